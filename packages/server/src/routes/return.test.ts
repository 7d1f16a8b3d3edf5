import type { CheckoutMethod } from '@payple-kit/core'
import { expect, test } from 'vitest'

import { SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

async function redirectWindow(
  shop: TestShop,
  method: CheckoutMethod = 'card',
): Promise<{ checkoutId: string; window: { request: Readonly<Record<string, string>>; scriptUrl: string } }> {
  shop.orders.set('A-1', { goods: '휴대폰', total: 1000, currency: 'KRW' })
  return (await shop.post('checkouts', { orderId: 'A-1', method, display: 'redirect' })).json()
}

/** What the buyer's browser does in direct mode: a cross-site form POST without cookies. */
const postForm = (shop: TestShop, url: string, fields: Record<string, string>): Promise<Response> =>
  shop.payple.fetch(
    new Request(url, { method: 'POST', headers: { origin: 'https://payple.test' }, body: new URLSearchParams(fields) }),
  )

test('the gateway’s form settles the payment and the browser lands in the shop', async () => {
  const shop = testShop()
  const { checkoutId, window } = await redirectWindow(shop)
  const { action, result } = await shop.buyer.pay(window)
  expect(action).toBe(`${SHOP}/payple/return/${checkoutId}`)
  const response = await postForm(shop, action, result)
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    `${SHOP}/checkout/return?checkout=${checkoutId}`,
  ])
  expect(await response.text()).toBe('')
  expect(await shop.view(checkoutId)).toMatchObject({ outcome: { status: 'paid' } })
})

test.each<[CheckoutMethod, string]>([
  ['transfer', 'paid'],
  ['card-pin', 'paid'],
  ['transfer-pin', 'paid'],
  ['app-card', 'paid'],
  ['register-card', 'registered'],
  ['register-account', 'registered'],
])('the form of a window of %s ends %s', async (method, status) => {
  const shop = testShop()
  const { checkoutId, window } = await redirectWindow(shop, method)
  const { action, result } = await shop.buyer.pay(window)
  expect((await postForm(shop, action, result)).status).toBe(303)
  expect(await shop.view(checkoutId)).toMatchObject({ outcome: { status } })
})

test('reload and Back lead to the same place and do nothing', async () => {
  const shop = testShop()
  const { checkoutId, window } = await redirectWindow(shop)
  const { action, result } = await shop.buyer.pay(window)
  await postForm(shop, action, result)
  for (const response of [await shop.payple.fetch(new Request(action)), await postForm(shop, action, result)]) {
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${SHOP}/checkout/return?checkout=${checkoutId}`,
    ])
  }
  expect(shop.sandbox.control.payments().map((payment) => payment.chargeCount)).toEqual([1])
})

test('a form with nothing in it, or one that was changed, lands in the shop without a payment', async () => {
  const shop = testShop()
  const { checkoutId, window } = await redirectWindow(shop)
  const { action, result } = await shop.buyer.pay(window)
  for (const fields of [{}, { ...result, PCD_PAY_TOTAL: '1' }, { ...result, PCD_PAY_OID: 'x' }]) {
    expect((await postForm(shop, action, fields)).status).toBe(303)
  }
  expect(await shop.view(checkoutId)).toEqual({ checkoutId, orderId: 'A-1' })
})

test.each<[string, unknown, string]>([
  ['a path', '/thanks', `${SHOP}/thanks?checkout=`],
  ['a path with a query', '/thanks?lang=ko', `${SHOP}/thanks?lang=ko&checkout=`],
  [
    'a function of the outcome',
    (view: { outcome?: { status: string } }) => `/done/${view.outcome?.status}`,
    `${SHOP}/done/paid?checkout=`,
  ],
  ['a function that leaves the shop', () => 'https://evil.example/', `${SHOP}/?checkout=`],
  ['a function that leaves it quietly', () => '//evil.example/', `${SHOP}/?checkout=`],
  ['a function with a backslash', () => '/\\evil.example/', `${SHOP}/?checkout=`],
  ['a function that runs a script', () => 'javascript:alert(1)', `${SHOP}/?checkout=`],
  ['a function that returns nothing', () => undefined, `${SHOP}/?checkout=`],
  [
    'a function that throws',
    () => {
      throw new Error('x')
    },
    `${SHOP}/?checkout=`,
  ],
])('the landing is %s', async (_what, landing, expected) => {
  const shop = testShop({ options: { landing: landing as string } })
  const { checkoutId, window } = await redirectWindow(shop)
  const { action, result } = await shop.buyer.pay(window)
  const { headers } = await postForm(shop, action, result)
  expect(headers.get('location')).toBe(expected + checkoutId)
})

test('a ledger that fails in the middle still sends the buyer to the shop', async () => {
  const shop = testShop()
  const { checkoutId, window } = await redirectWindow(shop)
  const { result } = await shop.buyer.pay(window)
  const broken = shop.another({ ledger: { ...shop.ledger, move: () => Promise.reject(new Error('disk full')) } })
  const request = new Request(`${SHOP}/payple/return/${checkoutId}`, {
    method: 'POST',
    body: new URLSearchParams(result),
  })
  expect((await broken.fetch(request)).status).toBe(303)
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
})
