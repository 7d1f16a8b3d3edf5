/** Histories that the model test once found to go wrong, as plain tests. Each begins with what a merchant would have noticed. */
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { expect, test } from 'vitest'

import { LEDGERS } from '../testing/ledgers.ts'
import { payOrder, saveCard } from '../testing/saved-card.ts'
import { testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'

/** A partner that may refund in parts. */
function shopOf(setup: TestShopOptions = {}): TestShop {
  const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
  return testShop({ ...setup, domestic: { cstId, custKey, refundKey, clientKey, ...setup.domestic } })
}

test.each(LEDGERS)('reconcile said that nothing was left while a refund was in doubt (%s)', async (_name, open) => {
  const shop = shopOf({ ledger: open() })
  await payOrder(shop, 'A-1')
  shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'not-json' } })
  await shop.payple.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })
  expect(await shop.payple.reconcile()).toMatchObject({ remaining: 1 })
  await shop.close()
})

test('a link that was paid, and refunded in part by hand before anybody had looked, looked unpaid for ever', async () => {
  const shop = shopOf()
  const order = { goods: '원두', total: 1000, currency: 'KRW' } as const
  const link = await shop.payple.links.create({ orderId: 'A-1', order, idempotencyKey: 'link' })
  if (link.status !== 'created') throw new Error(link.status)
  await shop.buyer.payLink(link.url)
  const [payment] = shop.sandbox.control.payments()
  shop.sandbox.control.cancelFromConsole(payment?.oid ?? '', 100)
  for (let round = 0; round < 9; round++) {
    shop.world.advance(3_700_000)
    await shop.payple.reconcile()
  }
  // For a person to judge (decisions/011), and not to be paid a second time meanwhile.
  expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'payment-in-doubt', subject: link.checkoutId }])
  expect(await shop.prepare('A-1')).toMatchObject({ kind: 'outcome', outcome: { status: 'unknown' } })
})

test('a card that Payple could not remove by itself was called deleted while Payple still had it', async () => {
  const shop = shopOf()
  // Reported lost. With the guard Payple answers RPCD1002: the card does not work any more, and removing it failed.
  const billingKey = await saveCard(shop, 'card-of-kim', '4000000000003122')
  const order = { goods: '원두', total: 1000, currency: 'KRW' } as const
  await shop.payple.billingKeys.charge({ billingKey, orderId: 'S-1', order, month: '202611', idempotencyKey: 'k' })
  expect(await shop.payple.billingKeys.get(billingKey)).toMatchObject({ removedBy: 'gateway' })
  expect(await shop.payple.billingKeys.delete(billingKey)).toMatchObject({ status: 'deleted' })
  expect(shop.sandbox.control.billingKeys()).toEqual([])
  expect(await shop.payple.billingKeys.delete(billingKey)).toMatchObject({ status: 'deleted' })
})

test('a refund made in partner admin while one of ours was in doubt was never written down', async () => {
  const secret = 'a-secret-nobody-guesses'
  const shop = shopOf({ options: { webhooks: { secret } } })
  const { oid } = await payOrder(shop, 'A-1')
  shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'not-json' } })
  const ours = await shop.payple.payments.refund({ orderId: 'A-1', amount: 400, idempotencyKey: 'r' })
  if (ours.status !== 'unknown') throw new Error(ours.status)
  shop.sandbox.control.cancelFromConsole(oid, 300)
  const message = { PCD_PAY_RST: 'success', PCD_PAY_CODE: 'PAYC0000', PCD_PAY_OID: oid, PCD_PAYCANCEL_FLAG: 'Y' }
  await shop.post(`webhooks/domestic/${secret}`, message, { origin: 'https://payple.test' })
  await shop.payple.reconcile()
  await shop.payple.payments.declareRefund(ours.refund.id, 'failed', 'not in partner admin')
  shop.world.advance(700_000)
  await shop.payple.reconcile()
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ refunded: 300 })
})

test('a recurring charge was called failed when its answer and the lookup behind it named another order, and then it was paid', async () => {
  const shop = shopOf()
  const billingKey = await saveCard(shop)
  for (const operation of ['repay', 'lookup'] as const)
    shop.sandbox.control.fault({ operation, effect: { type: 'alter', fields: { PCD_PAY_OID: 'somebody-elses' } } })
  const order = { goods: '원두', total: 1000, currency: 'KRW' } as const
  const input = { billingKey, orderId: 'S-1', order, idempotencyKey: 'k' }
  expect(await shop.payple.billingKeys.charge(input)).toMatchObject({ status: 'unknown' })
  shop.world.advance(700_000)
  expect(await shop.payple.billingKeys.charge(input)).toMatchObject({ status: 'paid' })
})

test('a refund threw when its answer was lost after another process had found the money back already', async () => {
  const shop = shopOf()
  await payOrder(shop, 'A-1')
  const { promise: lost, reject: lose } = Promise.withResolvers<Response>()
  const { promise: sent, resolve: send } = Promise.withResolvers<void>()
  const slow = shop.another({
    fetch: async (request) => {
      const answer = await shop.sandbox.fetch(request)
      if (!request.url.includes('cPayCAct')) return answer
      send()
      return lost
    },
  })
  const refund = slow.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })
  await sent
  shop.world.advance(700_000)
  await shop.payple.reconcile()
  lose(new Error('reset'))
  expect(await refund).toMatchObject({ status: 'refunded' })
})

test('a refund by hand was told to the shop as more than it was when one of ours ended during the lookup', async () => {
  const shop = shopOf()
  const { oid } = await payOrder(shop, 'A-1')
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
  const slow = shop.another({
    fetch: async (request) => {
      if (request.url.includes('PayChkAct')) ask()
      if (request.url.includes('PayChkAct')) await held
      return shop.sandbox.fetch(request)
    },
  })
  const lookup = slow.payments.lookup('A-1')
  await asked
  await shop.payple.payments.refund({ orderId: 'A-1', amount: 400, idempotencyKey: 'r' })
  shop.sandbox.control.cancelFromConsole(oid, 300)
  letGo()
  await lookup
  const refunds = shop.settled.filter((message) => message.type === 'refunded')
  expect(refunds).toMatchObject([
    { amount: 400, refunded: 400, left: 600 },
    { amount: 300, refunded: 700, left: 300 },
  ])
})

test('a confirm that named an unknown order was called failed though nobody could be asked, and the buyer paid twice', async () => {
  const shop = shopOf()
  const { checkoutId, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  const { control } = shop.sandbox
  control.fault({ operation: 'confirm', effect: { type: 'alter', fields: { PCD_PAY_OID: 'somebody-elses' } } })
  control.fault({ operation: 'lookup', effect: { type: 'refuse' }, times: 2 })
  expect(await shop.result(checkoutId, result)).not.toMatchObject({ status: 'failed' })
  shop.world.advance(700_000)
  expect(await shop.prepare('A-1')).toMatchObject({ kind: 'outcome', outcome: { status: 'paid' } })
})
