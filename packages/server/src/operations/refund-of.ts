import type { Currency } from '@payple-kit/core'

import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { RefundRow, RefundState } from '../ledger/refund-row.ts'

/** A refund as the shop may see it. */
export interface Refund {
  /** Our reference, `rf_…`. */
  readonly id: string
  readonly orderId: string
  readonly checkoutId: string
  /** In the smallest unit of `currency`. */
  readonly amount: number
  readonly currency: Currency
  /** VAT part, whole won. */
  readonly vat?: number | undefined
  /** `pending`: on its way. `unknown`: the answer was lost; looked up until known, or until a person decides. */
  readonly state: RefundState
  readonly note?: string | undefined
  /** Payple's code of a refusal. */
  readonly gatewayCode?: string | undefined
  /** ISO 8601, UTC. */
  readonly createdAt: string
}

/** A stored refund in plain words. */
export function refundOf(row: RefundRow, { orderId, currency }: Pick<CheckoutRow, 'orderId' | 'currency'>): Refund {
  return {
    id: row.id,
    orderId,
    checkoutId: row.checkoutId,
    amount: row.amount,
    currency,
    ...(row.vat === null ? {} : { vat: row.vat }),
    state: row.state,
    ...(row.note === null ? {} : { note: row.note }),
    ...(row.gatewayCode === null ? {} : { gatewayCode: row.gatewayCode }),
    createdAt: new Date(row.createdAt).toISOString(),
  }
}
