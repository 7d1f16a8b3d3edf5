import type { CheckoutOutcome } from '@payple-kit/core'
import { expect } from 'vitest'

import { testShop } from './test-shop.ts'
import type { TestShop } from './test-shop.ts'

/** A failed outcome with this code. */
export const failed = (code: string): object => ({ status: 'failed', error: expect.objectContaining({ code }) })

/** State and names of events of an attempt. */
export async function trace(shop: TestShop, id: string): Promise<string> {
  const names = (await shop.ledger.events(id)).map((event) => event.name)
  return `${(await shop.ledger.find(id))?.state}: ${names.join(' ')}`
}

/** How often money moved, over all payments. */
export const charges = (shop: TestShop): number =>
  shop.sandbox.control.payments().reduce((sum, each) => sum + each.chargeCount, 0)

/** A payment that the buyer has authenticated and nobody has confirmed. */
export async function authenticated(): Promise<{
  shop: TestShop
  id: string
  oid: string
  confirm: () => Promise<CheckoutOutcome>
}> {
  const shop = testShop()
  const { checkoutId, oid, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  return { shop, id: checkoutId, oid, confirm: () => shop.result(checkoutId, result) }
}
