import { expect, test } from 'vitest'

import { busyShop } from '../testing/busy-shop.ts'
import { optionsOf, payple } from '../testing/terminal.ts'

test('tells an order as a story: when, who, what, on which evidence', async () => {
  const { shop, checkout } = await busyShop()
  const options = optionsOf(shop)
  await payple(options, ['refund', 'paid', '--yes', '--note', '고객\n요청'])
  const { code, out } = await payple(options, ['payment', 'paid'])
  expect(code).toBe(0)
  const lines = out.split('\n')
  expect(lines[0]).toMatch(
    /^Order paid {2}123,000원 paid 2026-11-21 23:30:00 {2}BC카드 4242\*+4242 {2}123,000원 refunded, 0원 left/,
  )
  expect(lines[2]).toBe(`Attempt ${checkout.paid}  refunded`)
  expect(lines[3]).toMatch(/^123,000원 by card, 휴대폰 케이스와 보호 필름 세트, number at Payple 261121-/)
  expect(lines.slice(5, 12).map((line) => line.replace(/rf_\S+/, 'rf_…'))).toEqual([
    'when                 who            what                                     state                evidence',
    '2026-11-21 23:30:00  shop           payment prepared                         created',
    '2026-11-21 23:30:00  callback       buyer authenticated, confirm on its way  created → approving  success, 123,000원',
    '2026-11-21 23:30:00  callback       Payple charged the buyer                 approving → paid     123,000원, PCCF0000',
    '2026-11-21 23:30:00  shop’s server  refund written down                      ·                    123,000원, “고객 요청”',
    '2026-11-21 23:30:00  shop’s server  refund sent to Payple                    ·                    123,000원, rf_…',
    '2026-11-21 23:30:00  shop’s server  money given back                         paid → refunded      123,000원, rf_…',
  ])
  expect(lines[14]).toMatch(/^rf_\S+ {2}2026-11-21 23:30:00 {2}123,000원 {2}done +고객 요청$/)
})

test('finds an attempt by its checkout id and explains Payple’s code', async () => {
  const { shop, checkout } = await busyShop()
  const { out } = await payple(optionsOf(shop), ['payment', checkout.declined])
  expect(out).toContain('Order declined  not known to be paid')
  expect(out).toContain('approving → declined')
  expect(out).toMatch(/3112: Limit exceeded\./)
})

test('is one JSON value', async () => {
  const { shop } = await busyShop()
  const { out } = await payple(optionsOf(shop), ['--json', 'payment', 'paid'])
  expect(JSON.parse(out)).toMatchObject({
    orderId: 'paid',
    payment: { amount: 123_000 },
    attempts: [{ state: 'paid', events: [{ name: 'created' }, { name: 'approving' }, { name: 'paid' }], refunds: [] }],
  })
})

test('says when nothing is there, and when it cannot know', async () => {
  const { shop, checkout } = await busyShop()
  const unknown = await payple(optionsOf(shop), ['payment', 'nobody'])
  expect(unknown).toEqual({
    code: 1,
    out: '',
    err: 'payple: No order or checkout "nobody" in this ledger and environment.\n',
  })
  const elsewhere = await payple(optionsOf(shop, { environment: 'test' }), ['payment', checkout.paid])
  expect(elsewhere.code).toBe(1)
  const blind = await payple(shop.payple, ['payment', checkout.paid])
  expect(blind.err).toContain('Checkout ids are found only when the configuration exports options.')
})
