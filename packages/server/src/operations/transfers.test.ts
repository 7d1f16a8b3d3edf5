import { describe, expect, test } from 'vitest'

import { failed } from '../testing/expectations.ts'
import { payOrder, saveCard } from '../testing/saved-card.ts'
import { asNetwork, SHOP, testShop } from '../testing/test-shop.ts'
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

test('a link that would end after the last day there is names the field', async () => {
  const shop = testShop()
  const late = { orderId: 'A-1', order: ORDER, expiresAt: 8.65e15, idempotencyKey: 'l' }
  await expect(shop.payple.links.create(late)).rejects.toThrow('"expiresAt"')
})

test('a link for an order that is paid is refused', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('A-1')
  await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
  expect(await linked(shop)).toEqual(failed('ORDER_TAKEN'))
})

test.each(['card-01', 'transfer'] as const)('a link paid by %s settles its order, and is refunded', async (means) => {
  const shop = testShop()
  const link = await linked(shop, 'both')
  if (link.status !== 'created') throw new Error(JSON.stringify(link))
  await shop.buyer.payLink(link.url, means)
  shop.world.advance(3_600_000)
  await shop.payple.reconcile()
  const payType = means === 'transfer' ? 'transfer' : 'card'
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ method: 'link', amount: 1000 })
  expect(await shop.ledger.find(link.checkoutId)).toMatchObject({ payType })
  expect(await shop.payple.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })).toMatchObject({
    status: 'refunded',
  })
})

test('an order paid in a window and behind its link as well: the second charge goes back', async () => {
  const shop = testShop()
  const link = await linked(shop)
  if (link.status !== 'created') throw new Error(JSON.stringify(link))
  await payOrder(shop, 'A-1')
  await shop.buyer.payLink(link.url)
  shop.world.advance(3_600_000)
  await shop.payple.reconcile()
  expect(shop.sandbox.control.payments().filter((payment) => payment.status === 'paid')).toHaveLength(1)
  expect(shop.settled.map((each) => each.type)).toEqual(['paid', 'voided'])
})

test('a forged claim that a link was paid changes nothing', async () => {
  const shop = testShop()
  const link = await linked(shop)
  if (link.status !== 'created') throw new Error(JSON.stringify(link))
  shop.world.advance(3_600_000)
  await shop.payple.reconcile()
  const view = await shop.payple.fetch(new Request(`${SHOP}/payple/checkouts/${link.checkoutId}`))
  expect((await view.json()) as object).not.toHaveProperty('outcome')
  expect(await shop.payple.payments.get('A-1')).toBeNull()
})

describe.each(['transfer', 'transfer-pin', 'card-pin', 'naver-pay', 'kakao-pay'] as const)(
  'a window of %s',
  (method) => {
    test('pays, is refunded, and says how it was paid', async () => {
      const shop = testShop()
      shop.orders.set('A-1', { ...ORDER, total: 5000 })
      await payOrder(shop, 'A-1', method)
      const payment = await shop.payple.payments.get('A-1')
      expect(payment).toMatchObject({ method, amount: 5000 })
      expect(payment?.bank?.name).toBe(method.startsWith('transfer') ? '신한은행' : undefined)
      expect(await shop.payple.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })).toMatchObject({
        status: 'refunded',
      })
    })

    test('whose answer was lost is found by its kind', async () => {
      const shop = testShop()
      shop.orders.set('A-1', { ...ORDER, total: 5000 })
      const { checkoutId, window } = await shop.window('A-1', method)
      const { result } = await shop.buyer.pay(window)
      shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
      expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
    })
  },
)

test('a transfer under 1,000 won is refused before a window opens', async () => {
  const shop = testShop()
  shop.orders.set('A-1', { ...ORDER, total: 999 })
  expect(await shop.prepare('A-1', 'transfer')).toMatchObject({
    error: { code: 'ORDER_INVALID', field: 'total', rule: 'at least 1000 won' },
  })
})

test('a registered account is charged without its owner, once a month', async () => {
  const shop = testShop()
  const billingKey = await saveCard(shop, 'account-of-kim', undefined, 'register-account')
  expect(await shop.payple.billingKeys.get(billingKey)).toMatchObject({ type: 'transfer', bank: { name: '신한은행' } })
  const charge = (orderId: string): Promise<unknown> =>
    shop.payple.billingKeys.charge({ billingKey, orderId, order: ORDER, idempotencyKey: orderId, month: '202611' })
  expect(await charge('S-1')).toMatchObject({ status: 'paid', payment: { bank: { name: '신한은행' } } })
  expect(await charge('S-2')).toEqual(failed('MONTHLY_GUARD'))
})

test('a returning PIN customer types the PIN only, with a key the shop named by reference', async () => {
  const shop = testShop()
  shop.orders.set('A-1', ORDER)
  await payOrder(shop, 'A-1', 'card-pin')
  const billingKey = await saveCard(shop)
  shop.orders.set('A-2', { ...ORDER, billingKey })
  const { window } = await shop.window('A-2', 'card-pin')
  expect(window.request['PCD_PAYER_ID']).toBe(shop.sandbox.control.billingKeys()[0]?.payerId)
  await payOrder(shop, 'A-2', 'card-pin')
  shop.orders.set('A-3', { ...ORDER, billingKey })
  expect((await shop.window('A-3', 'card')).window.request).not.toHaveProperty('PCD_PAYER_ID')
  shop.orders.set('A-4', { ...ORDER, billingKey: 'bk_AAAAAAAAAAAAAAAAAAAAAA' })
  expect(await shop.prepare('A-4', 'card-pin')).toMatchObject({ error: { code: 'ORDER_INVALID', field: 'billingKey' } })
})

test('an option that a window cannot keep is refused by name, not dropped', async () => {
  const shop = testShop()
  shop.orders.set('A-1', { ...ORDER, month: '202611' })
  expect(await shop.prepare('A-1', 'app-card')).toMatchObject({ error: { code: 'ORDER_INVALID', field: 'method' } })
})

describe('cash receipts', () => {
  test('come with a transfer whose order asks for one, and are cancelled the next day', async () => {
    const shop = testShop()
    shop.orders.set('A-1', { ...ORDER, cashReceipt: true })
    await payOrder(shop, 'A-1', 'transfer')
    const issued = await shop.payple.receipts.issue({ orderId: 'A-1' })
    expect(issued).toMatchObject({ status: 'issued', number: expect.stringMatching(/^G/) as string })
    expect(await shop.payple.receipts.cancel('A-1')).toEqual({ status: 'canceled' })
    expect(await shop.payple.receipts.cancel('A-1')).toEqual(failed('RECEIPT_NOT_ISSUED'))
  })

  test('are issued later for whoever asks', async () => {
    const shop = testShop()
    await payOrder(shop, 'A-1', 'transfer')
    const whom = { use: 'company', number: '123-45-67890' } as const
    const first = await shop.payple.receipts.issue({ orderId: 'A-1', for: whom })
    expect(first).toMatchObject({ status: 'issued' })
    expect(await shop.payple.receipts.issue({ orderId: 'A-1' })).toEqual(first)
    expect(shop.sandbox.events.list().filter((event) => event.type === 'receipt.issued')).toHaveLength(1)
  })

  test('of a registered account', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop, 'account-of-kim', undefined, 'register-account')
    await shop.payple.billingKeys.charge({ billingKey, orderId: 'A-1', order: ORDER, idempotencyKey: 'c' })
    expect(await shop.payple.receipts.issue({ orderId: 'A-1' })).toMatchObject({ status: 'issued' })
  })

  test('whose answer was lost are not called anything', async () => {
    const shop = testShop()
    await payOrder(shop, 'A-1', 'transfer')
    shop.sandbox.control.fault({ operation: 'receipt-issue', effect: { type: 'lost-answer' } })
    expect(await shop.payple.receipts.issue({ orderId: 'A-1' })).toEqual({ status: 'unknown' })
  })

  test('are never larger than what is left, and none is issued for what was given back', async () => {
    const shop = testShop()
    await payOrder(shop, 'A-1', 'transfer')
    expect(await shop.payple.receipts.issue({ orderId: 'A-1', amount: 1001 })).toMatchObject({
      status: 'failed',
      error: { code: 'RECEIPT_TOO_MUCH', field: 'amount', rule: 'at most 1000 won' },
    })
    await shop.payple.payments.refund({ orderId: 'A-1', idempotencyKey: 'r' })
    expect(await shop.payple.receipts.issue({ orderId: 'A-1' })).toEqual(failed('ORDER_REFUNDED'))
  })

  test('asked for in two processes at once are issued once', async () => {
    const shop = testShop()
    await payOrder(shop, 'A-1', 'transfer')
    let second: unknown
    const slow = shop.another({
      fetch: async (request) => {
        const isIssue = (await request.clone().text()).includes('TSREG')
        const answer = await asNetwork(shop.sandbox)(request)
        if (isIssue) second ??= shop.payple.receipts.issue({ orderId: 'A-1' })
        return answer
      },
    })
    const first = await slow.receipts.issue({ orderId: 'A-1' })
    shop.world.expireDeadlines()
    expect(await second).toEqual(first)
    expect(shop.sandbox.events.list().filter((event) => event.type === 'receipt.issued')).toHaveLength(1)
  })

  test('are for transfers only', async () => {
    const shop = testShop()
    const { checkoutId, window } = await shop.window('A-1')
    await shop.result(checkoutId, (await shop.buyer.pay(window)).result)
    expect(await shop.payple.receipts.issue({ orderId: 'A-1' })).toEqual(failed('RECEIPT_NOT_POSSIBLE'))
    expect(await shop.payple.receipts.cancel('nobody')).toEqual(failed('ORDER_NOT_PAID'))
  })
})
