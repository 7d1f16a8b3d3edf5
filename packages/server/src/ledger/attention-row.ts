import type { LedgerScope } from './checkout-row.ts'

/** Why a person has to look. */
export type AttentionKind =
  /** Nobody knows whether money moved, and lookups do not tell. */
  | 'payment-in-doubt'
  /** A wrong charge whose return is not confirmed. */
  | 'void-in-doubt'
  /** Nobody knows whether a refund was carried out. */
  | 'refund-in-doubt'
  /** A confirm charged an order number this ledger does not know. */
  | 'foreign-charge'
  /** A webhook speaks of something that was never found. */
  | 'webhook-unmatched'
  /** `onSettled` has refused a message for hours. */
  | 'undelivered'

/** One entry of the list a person works through. */
export interface AttentionRow {
  readonly seq: number
  readonly scope: LedgerScope
  readonly kind: AttentionKind
  /** Checkout id, refund id or the webhook's `seq`: one open entry per kind and subject. */
  readonly subject: string
  readonly orderId: string | null
  readonly detail: string | null
  readonly raisedAt: number
  /** When `onAttention` took it. */
  readonly toldAt: number | null
  readonly closedAt: number | null
  /** Who closed it and why, or how it ended by itself. */
  readonly note: string | null
}

/** The attention part of the ledger. */
export interface AttentionLedger {
  /** `false` when an open entry of this kind and subject is there already. */
  raiseAttention(
    draft: Pick<AttentionRow, 'scope' | 'kind' | 'subject' | 'orderId' | 'detail' | 'raisedAt'>,
  ): Promise<boolean>
  /** Open entries, newest first; `before` is the `seq` of the last one of the page before. */
  openAttention(scope: LedgerScope, limit: number, before?: number): Promise<readonly AttentionRow[]>
  /** Claims entries nobody was told about by marking them told; called again with `null` when telling failed. */
  takeUntold(scope: LedgerScope, now: number, limit: number): Promise<readonly AttentionRow[]>
  markUntold(seq: number): Promise<void>
  /** Closes the open entries of a subject. */
  closeAttention(scope: LedgerScope, subject: string, now: number, note: string): Promise<number>
}
