import type { CheckoutDraft, CheckoutPatch, CheckoutRow, CheckoutState, LedgerScope } from './checkout-row.ts'
import type { EventDraft, LedgerEvent } from './ledger-event.ts'

/** A change of one row: an update with the old state in its WHERE clause, its event and its message, in one transaction. */
export interface Change {
  readonly id: string
  /** The change happens only when the row is in one of these states. */
  readonly from: readonly CheckoutState[]
  readonly to: CheckoutState
  readonly at: number
  /** Only when the row is still claimed with this token. */
  readonly token?: string | undefined
  /** Only when nobody holds the row: no claim, or one that is over at `at`. */
  readonly unclaimed?: boolean | undefined
  /** Only when the order has no later attempt of the same kind. */
  readonly newest?: boolean | undefined
  readonly set?: CheckoutPatch | undefined
  /** Left out only for taking and giving back a claim. */
  readonly event?: EventDraft | undefined
  readonly message?: MessageDraft | undefined
  /** Stored with the change; `stale` when a key with its fingerprint is there already. */
  readonly billingKey?: SealedBillingKey | undefined
}

/** `stale`: the row was not as expected. `order-busy`: another attempt of the order holds its one place. */
export type Moved = 'moved' | 'stale' | 'order-busy'

/** What the shop must be told. The payload is the `Settled` value as JSON. */
export interface MessageDraft {
  readonly payload: string
}

/** A message in the outbox. */
export interface OutboxMessage extends MessageDraft {
  readonly seq: number
  readonly checkoutId: string
  readonly createdAt: number
  readonly attempts: number
}

/** A billing key as it is stored: sealed, found again by fingerprint. */
export interface SealedBillingKey {
  /** `bk_…` */
  readonly id: string
  readonly scope: LedgerScope
  readonly fingerprint: string
  readonly keyId: string
  readonly sealed: string
  readonly checkoutId: string
  readonly orderId: string
  readonly cardName: string | null
  readonly cardNumber: string | null
  readonly createdAt: number
}

/** What `prepare` found or made. `live`: the order is paid, or may be. `open`: the attempt that is ready already. */
export interface Prepared {
  readonly kind: 'live' | 'open' | 'new'
  readonly row: CheckoutRow
}

/** Numbers for `health()`. */
export interface LedgerCounts {
  readonly inDoubt: number
  readonly oldestDoubtAt: number | null
  readonly undelivered: number
}

/**
 * The companion's memory. Every method is one transaction. Implementations: `memoryLedger()` and `sqliteLedger(path)`;
 * both pass the same contract tests.
 */
export interface Ledger {
  /**
   * Returns the attempt that holds the order's place, or an open attempt with the same method, work, goods, amount and VAT
   * that has not expired, or inserts the draft and marks older open attempts of the order `expired`.
   */
  prepare(draft: CheckoutDraft): Promise<Prepared>
  find(id: string): Promise<CheckoutRow | undefined>
  findByOid(scope: LedgerScope, oid: string): Promise<CheckoutRow | undefined>
  /** All attempts of an order, newest first. */
  attempts(scope: LedgerScope, orderId: string): Promise<readonly CheckoutRow[]>
  move(change: Change): Promise<Moved>
  /** Writes an event without changing the row. */
  note(id: string, at: number, event: EventDraft): Promise<void>
  events(id: string): Promise<readonly LedgerEvent[]>
  /**
   * Attempts in doubt that nobody is working on: `unknown`, `approving` with a claim that is over, and `PAY` attempts whose
   * check is due. Longest overdue first, so that attempts nobody can resolve do not keep others waiting.
   */
  due(scope: LedgerScope, now: number, limit: number): Promise<readonly CheckoutRow[]>
  /** Claims the oldest undelivered message of an attempt; nothing while an earlier one is being delivered. */
  takeMessage(checkoutId: string, now: number, until: number): Promise<OutboxMessage | undefined>
  /** Marks a message delivered, or gives it back for another try. */
  closeMessage(seq: number, result: 'delivered' | 'failed', now: number): Promise<void>
  /** Attempts with undelivered messages, oldest first. */
  undelivered(scope: LedgerScope, limit: number): Promise<readonly string[]>
  findBillingKey(scope: LedgerScope, fingerprints: readonly string[]): Promise<SealedBillingKey | undefined>
  billingKey(id: string): Promise<SealedBillingKey | undefined>
  counts(scope: LedgerScope): Promise<LedgerCounts>
  close(): Promise<void>
}
