import type { BillingKeyRef, Payment } from '@payple-kit/core'

/** What the shop is told about an attempt, through `onSettled`. */
export type Settled =
  /** The order is paid: deliver the goods. */
  | { readonly id: string; readonly type: 'paid'; readonly orderId: string; readonly payment: Payment }
  /** A card was registered, or registered again. */
  | {
      readonly id: string
      readonly type: 'registered'
      readonly orderId: string
      readonly checkoutId: string
      readonly billingKey: BillingKeyRef
    }
  /** Money moved that should not have, and was given back. For the shop's records; the order is not paid by it. */
  | {
      readonly id: string
      readonly type: 'voided'
      readonly orderId: string
      readonly checkoutId: string
      /** The gateway's order number of the charge. */
      readonly oid: string
      /** Whole won that were charged and returned. */
      readonly amount: number
      readonly reason: 'mismatch' | 'duplicate' | 'superseded'
    }
