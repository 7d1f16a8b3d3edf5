/** Who asks Payple too much, too little, or stops asking too early. */
import { expect, test } from 'vitest'

import type { Payple } from '../payple.ts'
import { charges } from '../testing/expectations.ts'
import { saveCard } from '../testing/saved-card.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

const DAY = 86_400_000
const ORDER = { goods: '휴대폰', total: 1000, currency: 'KRW' } as const
/** A companion that counts the questions it asks. */
function counting(shop: TestShop): { readonly payple: Payple; readonly asked: () => number } {
  let asked = 0
  const payple = shop.another({
    fetch: (request) => {
      if (request.url.includes('PayChkAct')) asked++
      return asNetwork(shop.sandbox)(request)
    },
  })
  return { payple, asked: () => asked }
}

async function link(shop: TestShop, expiresAt?: number): Promise<string> {
  const made = await shop.payple.links.create({ orderId: 'A-1', order: ORDER, idempotencyKey: 'l', expiresAt })
  if (made.status !== 'created') throw new Error(JSON.stringify(made))
  return made.url
}

test.each([4, 6, 9, 20])('a link paid while nobody asked for %d days is found', async (days) => {
  const shop = testShop()
  const url = await link(shop)
  shop.world.advance(DAY)
  await shop.buyer.payLink(url)
  shop.world.advance((days - 1) * DAY)
  for (let hour = 0; hour < 12; hour++) {
    await shop.payple.reconcile()
    shop.world.advance(3_600_000)
  }
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1000 })
})

test('a link that works for a year costs a few questions an hour, and is found whenever it was paid', async () => {
  const shop = testShop()
  const url = await link(shop, shop.world.clock() + 365 * DAY)
  shop.world.advance(10 * DAY)
  await shop.buyer.payLink(url)
  shop.world.advance(30 * DAY)
  const { payple, asked } = counting(shop)
  await payple.reconcile()
  expect(asked()).toBeLessThanOrEqual(6)
  for (let hour = 0; hour < 45; hour++) {
    shop.world.advance(3_600_000)
    await shop.payple.reconcile()
  }
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1000 })
})

test('money taken in a silent PAY window is found by a worker that was down for a week', async () => {
  const shop = testShop({ domestic: { work: 'PAY' } })
  const { window } = await shop.window('A-1')
  await shop.buyer.submit(await shop.buyer.open(window))
  shop.world.advance(7 * DAY)
  await shop.payple.reconcile()
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1000 })
})

test('a buyer who switches methods two hundred times does not cause hundreds of questions at once', async () => {
  const shop = testShop({ domestic: { work: 'PAY' } })
  for (let turn = 0; turn < 200; turn++) await shop.prepare('A-1', turn % 2 === 0 ? 'card' : 'app-card')
  const { payple, asked } = counting(shop)
  await shop.prepare('A-1', 'card', payple)
  expect(asked()).toBeLessThanOrEqual(10)
})

test('a CERT window that somebody looked up is not looked up for ever', async () => {
  const shop = testShop()
  const { checkoutId } = await shop.window('A-1')
  shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'refuse' }, times: 4 })
  await shop.payple.payments.lookup('A-1')
  expect(await shop.ledger.find(checkoutId)).toMatchObject({ nextCheckAt: null })
})

test('a message about a payment in doubt is handed over to the doubt, not called unmatched', async () => {
  const secret = 'a-secret-nobody-guesses'
  const shop = testShop({ options: { webhooks: { secret } } })
  const { checkoutId, oid, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'hang-before' } })
  shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'not-json' }, times: 9_999 })
  const settling = shop.result(checkoutId, result)
  for (let turn = 0; turn < 3_000; turn++) await new Promise((resolve) => setImmediate(resolve))
  shop.world.expireDeadlines()
  await settling
  await shop.post(`webhooks/domestic/${secret}`, { PCD_PAY_RST: 'success', PCD_PAY_WORK: 'CERT', PCD_PAY_OID: oid })
  for (let round = 0; round < 40; round++) {
    shop.world.advance(700_000)
    await shop.payple.reconcile()
  }
  expect((await shop.payple.attention.list()).map(({ kind }) => kind)).toEqual(['payment-in-doubt'])
  expect((await shop.ledger.counts('sandbox')).webhooks).toBe(0)
})

test('a confirm that approved an order nobody here knows is never called failed', async () => {
  const shop = testShop()
  const { checkoutId, oid, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  shop.sandbox.control.fault({
    operation: 'confirm',
    effect: { type: 'alter', fields: { PCD_PAY_OID: 'somebody-else' } },
  })
  const denied = { type: 'code', code: 'PCHK0001' } as const
  shop.sandbox.control.fault({ operation: 'lookup', effect: denied, times: 2 })
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'unknown' })
  shop.world.advance(700_000)
  await shop.payple.reconcile()
  expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'paid' })
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1000 })
  expect(charges(shop)).toBe(1)
})

test('one code of an expired session does not take a living card away', async () => {
  const shop = testShop()
  const billingKey = await saveCard(shop)
  shop.sandbox.control.fault({ operation: 'billing-key-lookup', effect: { type: 'code', code: 'PUSER0002' } })
  expect(await shop.payple.billingKeys.check(billingKey)).toMatchObject({ working: true })
})

test('a card that Payple said it removed, and still knows, does not go to whoever saw its key', async () => {
  const shop = testShop()
  const first = await saveCard(shop, 'member-kim')
  const { payerId } = shop.sandbox.control.billingKeys()[0] as { payerId: string }
  await shop.ledger.removeBillingKey(first, shop.world.clock(), 'gateway')
  const { checkoutId, oid, window } = await shop.window('member-evil', 'register-card')
  const forged = { PCD_PAY_RST: 'success', PCD_PAY_WORK: 'AUTH', PCD_PAY_OID: oid, PCD_PAYER_ID: payerId }
  void window
  expect(await shop.result(checkoutId, forged)).toMatchObject({
    status: 'failed',
    error: { code: 'REGISTERED_ELSEWHERE' },
  })
  // Its own member gets it back.
  expect(await saveCard(shop, 'member-kim')).toMatch(/^bk_/)
})

test('a message that comes while Payple cannot be asked is asked about later', async () => {
  const secret = 'a-secret-nobody-guesses'
  const shop = testShop({ options: { webhooks: { secret } } })
  const mine = await shop.window('A-1')
  const { result } = await shop.buyer.pay(mine.window)
  // Somebody else's window confirms with the keys of this one: money moves here, and the answer names nobody we know.
  const other = await shop.window('A-2')
  shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'alter', fields: { PCD_PAY_OID: 'strange' } } })
  await shop.result(other.checkoutId, { ...result, PCD_PAY_OID: other.oid })
  shop.sandbox.control.fault({ operation: 'auth', effect: { type: 'refuse' }, times: 4 })
  const told = { PCD_PAY_RST: 'success', PCD_PAY_WORK: 'CERT', PCD_PAY_OID: mine.oid }
  await shop.post(`webhooks/domestic/${secret}`, told)
  for (let round = 0; round < 3; round++) {
    await shop.payple.reconcile()
    shop.world.advance(60_000)
  }
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1000 })
})
