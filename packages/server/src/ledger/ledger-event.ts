import type { CheckoutState } from './checkout-row.ts'

/** Who caused a change. */
export type Actor =
  | 'prepare'
  | 'page'
  | 'callback'
  | 'return'
  | 'poll'
  | 'webhook'
  | 'reconcile'
  /** The shop's own server: charge, refund, link. */
  | 'merchant'
  | 'operator'

/** Facts an event may carry. The list is closed so that no key, token or personal data can slip in. */
export interface EventDetail {
  /** What the evidence or the gateway's answer claimed: `success`, `error`, `closed`, `unreadable`. */
  readonly status?: string | undefined
  /** Our own error code. */
  readonly code?: string | undefined
  readonly gatewayCode?: string | undefined
  readonly field?: string | undefined
  readonly total?: number | undefined
  /** The other order number, when evidence or answer spoke of another one. */
  readonly oid?: string | undefined
  readonly reason?: string | undefined
  /** Checkout id of the first registration of a card. */
  readonly first?: string | undefined
  /** Our reference of the refund or billing key the event is about. */
  readonly refund?: string | undefined
  readonly billingKey?: string | undefined
  /** Payple's own id of an overseas cancel. */
  readonly cancelId?: string | undefined
  /** An operator's words. */
  readonly note?: string | undefined
}

/** What is written beside every change. */
export interface EventDraft {
  readonly name: string
  readonly actor: Actor
  readonly detail?: EventDetail | undefined
}

/** One line of an attempt's history. Never changed, never deleted. */
export interface LedgerEvent extends EventDraft {
  readonly checkoutId: string
  readonly at: number
  readonly from: CheckoutState | null
  readonly to: CheckoutState
}
