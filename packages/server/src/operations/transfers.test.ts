import { expect, test } from 'vitest'

import { failed } from '../testing/expectations.ts'
import { SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

const ORDER = { goods: '휴대폰', total: 1000, currency: 'KRW' } as const

/** Links open without a shop page behind them. */
async function linked(shop: TestShop, type: 'card' | 'transfer' | 'both' = 'card') {
  return shop.payple.links.create({ orderId: 'A-1', order: ORDER, type, idempotencyKey: 'link-1' })
}

test('a link carries our order number and is created once per key', async () => {
  const shop = testShop()
  const first = await linked(shop)
  if (first.status !== 'created') throw new Error(JSON.stringify(first))
  const row = await shop.ledger.find(first.checkoutId)
  expect(new URL(first.url).searchParams.get('OID')).toBe(row?.oid)
  expect(await linked(shop)).toEqual(first)
  expect(shop.sandbox.control.links()).toHaveLength(1)
})

test('a link for an order that is paid is refused', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('A-1')
  await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
  expect(await linked(shop)).toEqual(failed('ORDER_TAKEN'))
})

test('a forged claim that a link was paid changes nothing', async () => {
  const shop = testShop()
  const link = await linked(shop)
  if (link.status !== 'created') throw new Error(JSON.stringify(link))
  shop.world.advance(3_600_000)
  await shop.payple.reconcile()
  const view = await shop.payple.fetch(new Request(`${SHOP}/payple/checkouts/${link.checkoutId}`))
  expect(((await view.json()) as object)).not.toHaveProperty('outcome')
  expect(await shop.payple.payments.get('A-1')).toBeNull()
})

test('a cash receipt is for transfers only', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('A-1')
  await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
  expect(await shop.payple.receipts.issue({ orderId: 'A-1' })).toEqual(failed('RECEIPT_NOT_POSSIBLE'))
  expect(await shop.payple.receipts.cancel('nobody')).toEqual(failed('ORDER_NOT_PAID'))
})
