import type { BillingKeyRef, Currency, Payment } from '@payple-kit/core'

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
      /** What was charged and returned, in the smallest unit of `currency`. */
      readonly amount: number
      readonly currency: Currency
      readonly reason: 'mismatch' | 'duplicate' | 'superseded'
    }
  /** Money of a payment went back to the buyer: by `payments.refund`, or by somebody in partner admin. */
  | {
      readonly id: string
      readonly type: 'refunded'
      readonly orderId: string
      readonly checkoutId: string
      /** Given back now, in the smallest unit of `currency`. */
      readonly amount: number
      readonly currency: Currency
      /** Given back so far, this one included. */
      readonly refunded: number
      /** Left of the payment. */
      readonly left: number
      /** Our reference, `rf_…`; absent when it was done in partner admin. */
      readonly refund?: string | undefined
    }
  /** A billing key does not work any more: deleted by the shop, in partner admin, or by Payple because of the card. */
  | {
      readonly id: string
      readonly type: 'billing-key-removed'
      readonly orderId: string
      readonly checkoutId: string
      readonly billingKey: BillingKeyRef
      readonly by: 'merchant' | 'console' | 'gateway'
    }

/** A message as the outbox stores it. */
export function packed(settled: Settled): { readonly payload: string } {
  return { payload: JSON.stringify(settled) }
}
