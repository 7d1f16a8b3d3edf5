import { expect, test } from 'vitest'

import { busyShop } from '../testing/busy-shop.ts'
import { optionsOf, payple } from '../testing/terminal.ts'

test('lookup says what is known and what Payple shows', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  expect(await payple(options, ['lookup', 'paid'])).toMatchObject({
    code: 0,
    out: 'Paid: order paid, 123,000원, 2026-11-21 23:30:00.\nPayple shows the payment.\n',
  })
  expect(await payple(options, ['lookup', 'declined'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('Not paid. PAYMENT_DECLINED'),
  })
  const doubt = await payple(options, ['lookup', 'doubtful', '--json'])
  expect(doubt.code).toBe(1)
  expect(JSON.parse(doubt.out)).toMatchObject({ outcome: { status: 'unknown' }, gateway: { status: 'inconclusive' } })
  expect(await payple(options, ['lookup', 'nobody'])).toMatchObject({ code: 1, out: '' })
})

test('a doubt goes from reconcile over the attention list to release', async () => {
  const { shop, checkout } = await busyShop()
  const options = optionsOf(shop)
  const reconcile = { code: 1, out: '0 settled, 1 remaining.\n' }
  for (let run = 0; run < 8; run++) {
    shop.world.advance(3_600_000)
    expect(await payple(options, ['reconcile'])).toMatchObject(reconcile)
  }
  const { out } = await payple(options, ['attention'], { clock: () => shop.world.clock() + 7_200_000 })
  expect(out).toMatch(/^#1 {2}2026-11-22 06:30:00, 3 h ago {2}payment-in-doubt {2}/)
  expect(out).toContain(`${checkout.doubtful}  order doubtful, 26112`)
  expect(out).toContain('\n    Look the order number up in partner admin.')
  const released = await payple(options, ['release', checkout.doubtful, '--note', 'not in admin'])
  expect(released).toMatchObject({ code: 0, out: expect.stringContaining('Not paid. RELEASED') })
  expect(await payple(options, ['attention'])).toMatchObject({ code: 0, out: 'Nothing needs a person.\n' })
  expect(await payple(options, ['reconcile'])).toMatchObject({ code: 0, out: '0 settled, nothing remains.\n' })
  expect((await payple(options, ['payment', 'doubtful'])).out).toContain('declared: nothing was charged')
  expect(await payple(options, ['release', 'nobody', '--note', 'n'])).toMatchObject({ code: 1 })
})

test('attention close takes a subject off the list, once', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  const facts = { scope: 'sandbox', kind: 'webhook-unmatched', subject: '7', orderId: null, detail: null } as const
  await shop.ledger.raiseAttention({ ...facts, raisedAt: shop.world.clock() })
  expect(JSON.parse((await payple(options, ['attention', 'list', '--json'])).out)).toMatchObject([{ subject: '7' }])
  expect(await payple(options, ['attention', 'close', '7', '--note', 'ours'])).toMatchObject({
    code: 0,
    out: '1 closed.\n',
  })
  expect(await payple(options, ['attention', 'close', '7', '--note', 'ours'])).toMatchObject({ code: 1, out: '' })
})

test('declare-refund ends a refund in doubt, unless Payple knows better', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'status', status: 500 } })
  const refund = await payple(options, ['refund', 'paid', '--yes', '--json'])
  const { id } = JSON.parse(refund.out).refund
  shop.world.advance(3_600_000)
  const declared = await payple(options, ['declare-refund', id, 'failed', '--note', 'not in admin'])
  expect(declared).toMatchObject({ code: 0, out: `Refund ${id}, 123,000원: failed.\n` })
  expect(await payple(options, ['declare-refund', id, 'done', '--note', 'really?'])).toMatchObject({ code: 1 })
  expect(await payple(options, ['declare-refund', 'rf_0', 'done', '--note', 'n'])).toMatchObject({ code: 1, out: '' })
})

test('migrate brings the schema up to date and tells its version when the ledger does', async () => {
  const { shop } = await busyShop()
  const options = optionsOf(shop)
  expect(JSON.parse((await payple(options, ['migrate', '--json'])).out)).toEqual({ ready: true, schema: null })
  const ledger = { ...options.ledger, schemaVersion: async () => 2 }
  const { code, out } = await payple({ ...options, ledger }, ['migrate'])
  expect({ code, out }).toEqual({ code: 0, out: 'Ready: the ledger’s schema is up to date, version 2.\n' })
})
