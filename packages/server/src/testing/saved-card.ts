import type { CheckoutMethod } from '@payple-kit/core'

import type { TestShop } from './test-shop.ts'

/** Registers a card through the window, as a buyer would. Resolves with its reference. */
export async function saveCard(
  shop: TestShop,
  orderId = 'card-of-kim',
  cardNumber?: string,
  method: CheckoutMethod = 'register-card',
): Promise<string> {
  const { checkoutId, window } = await shop.window(orderId, method)
  const { result } = await shop.buyer.pay(window, cardNumber)
  const outcome = await shop.result(checkoutId, result)
  if (outcome.status !== 'registered') throw new Error(`Expected a registration, got ${JSON.stringify(outcome)}`)
  return outcome.billingKey.id
}

/** Pays an order through the window. Resolves with its checkout id and order number. */
export async function payOrder(
  shop: TestShop,
  orderId: string,
  method: CheckoutMethod = 'card',
): Promise<{ readonly checkoutId: string; readonly oid: string }> {
  const { checkoutId, oid, window } = await shop.window(orderId, method)
  const { result } = await shop.buyer.pay(window)
  const outcome = await shop.result(checkoutId, result)
  if (outcome.status !== 'paid') throw new Error(`Expected a payment, got ${JSON.stringify(outcome)}`)
  return { checkoutId, oid }
}
