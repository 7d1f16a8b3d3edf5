import type { Context } from '../context.ts'
import { createPayments } from '../payments.ts'
import type { Payments } from '../payments.ts'
import { createBillingKeys } from './billing-keys.ts'
import type { BillingKeys } from './billing-keys.ts'
import { createLinks } from './links.ts'
import type { Links } from './links.ts'
import { createReceipts } from './receipts.ts'
import type { Receipts } from './receipts.ts'

/** Everything the shop's own server may do with the companion. */
export interface Operations {
  readonly payments: Payments
  readonly billingKeys: BillingKeys
  readonly receipts: Receipts
  readonly links: Links
}

/** Built once per companion: each remembers which calls are under way. */
export function createOperations(context: Context): Operations {
  return {
    payments: createPayments(context),
    billingKeys: createBillingKeys(context),
    receipts: createReceipts(context),
    links: createLinks(context),
  }
}
