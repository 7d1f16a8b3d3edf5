import type { LedgerScope } from './checkout-row.ts'
import type { EventDraft } from './ledger-event.ts'
import type { MessageDraft } from './outbox-row.ts'

/**
 * - `pending`: written down before the call; a process that dies leaves it so
 * - `unknown`: the answer was lost; looked up until known
 * - `done`, `failed`: final
 */
export type RefundState = 'pending' | 'unknown' | 'done' | 'failed'

/** One refund of a payment. Money in the smallest unit of the payment's currency, times in epoch milliseconds. */
export interface RefundRow {
  /** `rf_…` */
  readonly id: string
  readonly seq: number
  readonly scope: LedgerScope
  readonly checkoutId: string
  readonly amount: number
  /** VAT part of a mixed order. */
  readonly vat: number | null
  readonly state: RefundState
  /** Unique per scope, with the hash of what it was first used for. */
  readonly idempotencyKey: string
  readonly requestHash: string
  /** What was refunded before this one: a lookup that shows `refundedBefore + amount` proves it. */
  readonly refundedBefore: number
  /** Who or why, in the shop's words. No personal data. */
  readonly note: string | null
  readonly failureCode: string | null
  readonly gatewayCode: string | null
  /** `api_id` of an overseas cancel: one report of the gateway proves one refund. */
  readonly gatewayId: string | null
  /** When the request left, written just before. `null`: nothing was ever sent. */
  readonly sentAt: number | null
  readonly claimToken: string | null
  readonly claimUntil: number | null
  readonly checks: number
  readonly nextCheckAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

/** What a refund starts with; it is `pending` and claimed. */
export type RefundDraft = Pick<
  RefundRow,
  | 'id'
  | 'scope'
  | 'checkoutId'
  | 'amount'
  | 'vat'
  | 'idempotencyKey'
  | 'requestHash'
  | 'note'
  | 'claimToken'
  | 'claimUntil'
  | 'createdAt'
>

/**
 * - `same`: the idempotency key was used before; compare `requestHash`
 * - `busy`: another refund of the payment is pending or unknown; `row` is that one
 * - `too-much`: more than what is left, `left` whole won
 * - `not-paid`: the attempt is in no state that can be refunded
 */
export type RefundStarted =
  | { readonly kind: 'new' | 'same' | 'busy'; readonly row: RefundRow }
  | { readonly kind: 'too-much'; readonly left: number }
  | { readonly kind: 'not-paid' }

/** A change of one refund. With `done` the payment's `refundedTotal` and state follow in the same transaction. */
export interface RefundChange {
  readonly id: string
  readonly from: readonly RefundState[]
  readonly to: RefundState
  readonly at: number
  /** Only when it is still claimed with this token. */
  readonly token?: string | undefined
  /** Only when nobody holds it: no claim, or one that is over at `at`. */
  readonly unclaimed?: boolean | undefined
  readonly set?:
    | Partial<
        Pick<
          RefundRow,
          | 'failureCode'
          | 'gatewayCode'
          | 'gatewayId'
          | 'sentAt'
          | 'claimToken'
          | 'claimUntil'
          | 'checks'
          | 'nextCheckAt'
        >
      >
    | undefined
  /** Written to the payment's history. */
  readonly event?: EventDraft | undefined
  readonly message?: MessageDraft | undefined
}

/** The refund part of the ledger. */
export interface RefundLedger {
  /** Writes a refund down before it is asked for. One at a time per payment; amounts are checked against what is left. */
  startRefund(draft: RefundDraft, event: EventDraft): Promise<RefundStarted>
  changeRefund(change: RefundChange): Promise<'moved' | 'stale'>
  refund(id: string): Promise<RefundRow | undefined>
  /** All refunds of a payment, oldest first. */
  refunds(checkoutId: string): Promise<readonly RefundRow[]>
  /** Refunds that are `pending` or `unknown`, that nobody holds, and whose check is due. */
  dueRefunds(scope: LedgerScope, now: number, limit: number): Promise<readonly RefundRow[]>
  /**
   * The gateway says that more was refunded than we did ourselves: in partner admin, by hand. Raises `refundedTotal` to `total` and moves
   * the state; nothing when a refund of ours is pending or unknown, or `total` is not more than what is known.
   */
  noteForeignRefund(change: {
    readonly checkoutId: string
    readonly total: number
    /** Only when so much was known before: the message says what came on top of it. */
    readonly before?: number | undefined
    readonly at: number
    readonly event: EventDraft
    readonly message: MessageDraft
  }): Promise<'moved' | 'stale'>
}
