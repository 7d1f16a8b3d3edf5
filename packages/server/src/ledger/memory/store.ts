import type { AttentionRow } from '../attention-row.ts'
import type { SealedBillingKey } from '../billing-key-row.ts'
import type { CheckoutRow, CheckoutState, LedgerScope } from '../checkout-row.ts'
import type { EventDraft, LedgerEvent } from '../ledger-event.ts'
import type { MessageDraft, OutboxMessage } from '../outbox-row.ts'
import type { RefundRow } from '../refund-row.ts'
import type { WebhookRow } from '../webhook-row.ts'

interface StoredMessage extends OutboxMessage {
  readonly scope: LedgerScope
  readonly deliveredAt: number | null
  readonly claimUntil: number | null
}

/** The tables of the memory ledger, keyed by what they are asked for. Rows are replaced, never changed. */
export interface MemoryStore {
  readonly checkouts: Map<string, CheckoutRow>
  readonly refunds: Map<string, RefundRow>
  readonly billingKeys: Map<string, SealedBillingKey>
  readonly webhooks: Map<number, WebhookRow>
  readonly attention: Map<number, AttentionRow>
  readonly messages: Map<number, StoredMessage>
  readonly events: LedgerEvent[]
}

export function emptyStore(): MemoryStore {
  return {
    checkouts: new Map(),
    refunds: new Map(),
    billingKeys: new Map(),
    webhooks: new Map(),
    attention: new Map(),
    messages: new Map(),
    events: [],
  }
}

export function writeEvent(
  store: MemoryStore,
  row: CheckoutRow,
  at: number,
  from: CheckoutState | null,
  event: EventDraft,
): void {
  store.events.push({ ...event, checkoutId: row.id, at, from, to: row.state })
}

export function writeMessage(store: MemoryStore, row: CheckoutRow, at: number, message: MessageDraft): void {
  const seq = store.messages.size + 1
  const state = { attempts: 0, claimUntil: null, deliveredAt: null }
  store.messages.set(seq, { ...message, ...state, seq, scope: row.scope, checkoutId: row.id, createdAt: at })
}

/** Rows of a table that fit, in the order they were written. */
export function rowsOf<Row>(table: ReadonlyMap<unknown, Row>, fits: (row: Row) => boolean): Row[] {
  return [...table.values()].filter(fits)
}
