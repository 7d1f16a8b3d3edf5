import type {
  CallerDraft,
  CheckoutDraft,
  CheckoutPatch,
  CheckoutRow,
  CheckoutState,
  LedgerScope,
} from './checkout-row.ts'
import type { AttentionLedger } from './attention-row.ts'
import type { BillingKeyLedger, SealedBillingKey } from './billing-key-row.ts'
import type { EventDraft, LedgerEvent } from './ledger-event.ts'
import type { MessageDraft, OutboxMessage } from './outbox-row.ts'
import type { RefundLedger } from './refund-row.ts'
import type { WebhookLedger } from './webhook-row.ts'

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

/** What `prepare` found or made. `live`: the order is paid, or may be. `open`: the attempt that is ready already. */
export interface Prepared {
  readonly kind: 'live' | 'open' | 'new'
  readonly row: CheckoutRow
}

/** What `start` found or made. `same`: the idempotency key was used before; compare `requestHash`. `live`: the order is paid, or may be. */
export interface Started {
  readonly kind: 'same' | 'live' | 'new'
  readonly row: CheckoutRow
}

/** A page of attempts, newest first. */
export interface ListQuery {
  readonly scope: LedgerScope
  /** Default: every state. */
  readonly states?: readonly CheckoutState[] | undefined
  /** Attempts with a smaller `seq`; the last one of the page before. */
  readonly before?: number | undefined
  readonly limit: number
}

/** Numbers for `health()`. */
export interface LedgerCounts {
  readonly inDoubt: number
  readonly oldestDoubtAt: number | null
  /** Refunds that are on their way or in doubt. */
  readonly refundsInDoubt: number
  readonly undelivered: number
  /** Webhooks stored and not handled yet, and open entries of the attention list. */
  readonly webhooks: number
  readonly attention: number
}

/**
 * The companion's memory. Every method is one transaction. Implementations: `memoryLedger()`, `sqliteLedger(path)` and
 * `postgresLedger(options)`; all pass the same contract tests.
 */
export interface Ledger extends RefundLedger, WebhookLedger, BillingKeyLedger, AttentionLedger {
  /**
   * Resolves when the schema is there and current. Every other method waits for it by itself.
   *
   * @throws PaypleIntegrationError `LEDGER_UNUSABLE`, `LEDGER_TOO_NEW`
   */
  ready(): Promise<void>
  /** Version of the schema, once ready; a ledger in memory has none. */
  schemaVersion?(): Promise<number>
  /**
   * Returns the attempt that holds the order's place, or an open window with the same method, work, goods, amount and VAT
   * that has not expired, or inserts the draft and marks older open windows of the order `expired`. Links are left alone.
   */
  prepare(draft: CheckoutDraft): Promise<Prepared>
  /**
   * Inserts a charge or a link, unless its idempotency key is known or the order's place is held. Open windows of the order are
   * left alone: they cannot pay any more, because the place is held. A link takes no place until it is paid.
   */
  start(draft: CallerDraft, event: EventDraft): Promise<Started>
  find(id: string): Promise<CheckoutRow | undefined>
  findByOid(scope: LedgerScope, oid: string): Promise<CheckoutRow | undefined>
  /** All attempts of an order, newest first. */
  attempts(scope: LedgerScope, orderId: string): Promise<readonly CheckoutRow[]>
  list(query: ListQuery): Promise<readonly CheckoutRow[]>
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
  /** Marks a message delivered at `at`, or gives it back for another try that is due then. */
  closeMessage(seq: number, result: 'delivered' | 'failed', at: number): Promise<void>
  /** Attempts whose oldest undelivered message nobody holds at `now`, oldest first. */
  undelivered(scope: LedgerScope, now: number, limit: number): Promise<readonly string[]>
  counts(scope: LedgerScope): Promise<LedgerCounts>
  close(): Promise<void>
}

export type { SealedBillingKey } from './billing-key-row.ts'
export type { MessageDraft, OutboxMessage } from './outbox-row.ts'
