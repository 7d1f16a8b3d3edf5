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
