import type { Currency } from './currency.ts'
import type { PaypleError } from './errors/payple-error.ts'
import type { PaymentMethod } from './method.ts'

/** A payment as the shop and the buyer may see it. Holds no key, no token and no full card number. */
export interface Payment {
  /** The merchant's order id. */
  readonly orderId: string
  /** The companion's id of the attempt that paid. */
  readonly checkoutId: string
  /** `PCD_PAY_OID`, or `service_oid` overseas: what Payple calls this payment. Needed to find it in partner admin. */
  readonly oid: string
  readonly method: PaymentMethod
  readonly goods: string
  /** What was charged, in the smallest unit of `currency`: won, cents. `formatMoney` prints it. */
  readonly amount: number
  /** VAT part of a mixed order, whole won; refunds of a part name theirs. */
  readonly vat?: number | undefined
  /** Given back so far, in the same unit; absent while nothing was. */
  readonly refunded?: number | undefined
  readonly currency: Currency
  /** ISO 8601, UTC. */
  readonly paidAt: string
  /** Issuer name and masked number as Payple printed them; the name is empty for an overseas card. */
  readonly card?: { readonly name: string; readonly number: string } | undefined
  /** The overseas card that was kept because the order said `saveCard`. */
  readonly billingKey?: BillingKeyRef | undefined
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
