import type { BuyerError } from './cards-api.ts'

/** A month's payment of a subscription. `pending`: on its way, or nobody knows yet. */
export interface MonthlyCharge {
  readonly orderId: string
  /** `yyyyMM` */
  readonly month: string
  readonly amount: number
  readonly state: 'pending' | 'paid' | 'failed' | 'partially-refunded' | 'refunded'
  readonly triedAt: string
  readonly paidAt?: string | undefined
  readonly card?: { readonly name: string; readonly number: string } | undefined
  readonly receiptUrl?: string | undefined
  readonly refunded?: number | undefined
  readonly error?: BuyerError | undefined
}

export interface Subscription {
  readonly id: string
  /** `past-due`: the last charge failed and waits for the buyer. */
  readonly status: 'active' | 'past-due' | 'canceled'
  /** Reference of the card it is charged to; perhaps removed since. */
  readonly card: string
  /** Korean day of the next charge, or of the one that failed: `yyyy-MM-dd`. */
  readonly nextOn: string
  /** When the shop itself tries a failed charge again; absent when it has given up. */
  readonly tryOn?: string | undefined
  readonly startedAt: string
  /** Newest first. */
  readonly charges: readonly MonthlyCharge[]
}

/** Answer of every route below `/api/subscription`. */
export interface SubscriptionView {
  readonly price: number
  readonly subscription?: Subscription | undefined
}
