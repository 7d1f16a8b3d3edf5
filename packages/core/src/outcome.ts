import type { PaypleError } from './errors/payple-error.ts'
import type { PaymentMethod } from './method.ts'

/** A payment as the shop and the buyer may see it. Holds no key, no token and no full card number. */
export interface Payment {
  /** The merchant's order id. */
  readonly orderId: string
  /** The companion's id of the attempt that paid. */
  readonly checkoutId: string
  /** `PCD_PAY_OID`: what Payple calls this payment. Needed to find it in partner admin. */
  readonly oid: string
  readonly method: PaymentMethod
  readonly goods: string
  /** Whole won that were charged. */
  readonly amount: number
  /** VAT part of a mixed order, whole won; refunds of a part name theirs. */
  readonly vat?: number | undefined
  /** Whole won given back so far; absent while nothing was. */
  readonly refunded?: number | undefined
  readonly currency: 'KRW'
  /** ISO 8601, UTC. */
  readonly paidAt: string
  /** Issuer name and masked number as Payple printed them. */
  readonly card?: { readonly name: string; readonly number: string } | undefined
  /** Bank and masked account number of a transfer, as Payple printed them. */
  readonly bank?: { readonly name: string; readonly number: string } | undefined
  /** Management number of the cash receipt of a transfer, while one is issued. */
  readonly cashReceipt?: string | undefined
  /** https link to the card slip, when Payple gave one. */
  readonly receiptUrl?: string | undefined
}

/** A registered card or account by reference. The billing key itself never leaves the companion. */
export interface BillingKeyRef {
  /** Our reference, `bk_…`. */
  readonly id: string
  readonly card?: { readonly name: string; readonly number: string } | undefined
  readonly bank?: { readonly name: string; readonly number: string } | undefined
}

/**
 * How a checkout ended. The same five for layer, tab, direct page, return POST and polling.
 * `failed` means that nothing was charged and we know it; doubt is always `unknown`.
 */
export type CheckoutOutcome =
  | { readonly status: 'paid'; readonly payment: Payment }
  | { readonly status: 'registered'; readonly billingKey: BillingKeyRef }
  | { readonly status: 'canceled' }
  | { readonly status: 'failed'; readonly error: PaypleError }
  | { readonly status: 'unknown'; readonly checkoutId: string }
