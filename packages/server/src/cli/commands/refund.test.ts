import { expect, test } from 'vitest'

import { busyShop } from '../testing/busy-shop.ts'
import { optionsOf, payple, typed } from '../testing/terminal.ts'

test('asks first, and only yes is yes', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  const no = await payple(options, ['refund', 'paid', '--amount', '1000'], { stdin: typed('nope\n') })
  expect(no.code).toBe(1)
  expect(no.err).toContain('Refund 1,000원 of 123,000원 of order paid (휴대폰 케이스와 보호 필름 세트, BC카드, 4242')
  expect(no.err).toContain('payple: Nothing was refunded.')
  expect(await payple(options, ['refund', 'paid'], { stdin: typed('') })).toMatchObject({ code: 1 })
  expect((await shop.payple.payments.get('paid'))?.refunded).toBeUndefined()
  const yes = await payple(options, ['refund', 'paid'], { stdin: typed('Y\n') })
  expect(yes).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Refunded 123,000원 of order paid; 0원 left\. rf_/),
  })
})

test('moves nothing when nobody can be asked', async () => {
  const { shop } = await busyShop()
  const { code, err } = await payple(optionsOf(shop), ['refund', 'paid'])
  expect(code).toBe(2)
  expect(err).toContain('add --yes')
  expect((await shop.payple.payments.get('paid'))?.refunded).toBeUndefined()
})

test('prints the idempotency key, with which the same command gives nothing back twice', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  const first = await payple(options, ['refund', 'paid', '--yes', '--json'])
  const { idempotencyKey, refund } = JSON.parse(first.out)
  expect(first.err).toBe(`Idempotency key: ${idempotencyKey}\n`)
  const second = await payple(options, ['refund', 'paid', '--key', idempotencyKey], { stdin: typed('y\n') })
  expect(second.err).toContain('Nothing is left to refund')
  expect(second).toMatchObject({ code: 0, out: expect.stringContaining(refund.id) })
  expect(shop.sandbox.control.payments().map(({ refunds }) => refunds.length)).toEqual([1, 0, 0])
})

test('tells a refusal with its rule or with Payple’s code', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  const refund = (...argv: string[]): ReturnType<typeof payple> => payple(options, ['refund', ...argv, '--yes'])
  expect(await refund('declined')).toMatchObject({ code: 1, out: expect.stringContaining('ORDER_NOT_PAID') })
  expect(await refund('paid', '--amount', '123001')).toMatchObject({
    code: 1,
    out: expect.stringContaining('(amount: at most 123000 won)'),
  })
  const partial = await refund('paid', '--amount', '5')
  expect(partial).toMatchObject({ code: 1, out: expect.stringMatching(/^Not refunded\. REFUND_REFUSED: .+/) })
})

test('a doubt is no success, and says how to ask again', async () => {
  const { shop } = await busyShop()
  shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'lost-answer' } })
  shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'not-json' }, times: 9 })
  const options = optionsOf(shop)
  const { code, out } = await payple(options, ['refund', 'paid', '--yes', '--key', 'k-1'])
  expect(code).toBe(1)
  expect(out).toMatch(/^In doubt: nobody knows yet whether rf_\S+ was carried out\. Ask again with --key k-1;/)
  shop.sandbox.control.clearFaults()
  shop.world.advance(60_000)
  expect(await payple(options, ['refund', 'paid', '--yes', '--key', 'k-1'])).toMatchObject({ code: 0 })
})
