/**
 * `@payple-kit/server`: the companion server of a shop that takes Payple payments. Runs wherever `fetch` does; SQLite and
 * `node:http` live behind `./sqlite` and `./node`.
 */
export { createPayple } from './payple.ts'
export type { Payple } from './payple.ts'
export type { BillingKeyOptions, DomesticOptions, PaypleOptions, TimeoutOptions } from './options/options.ts'
export type { Action, Authorize } from './options/authorize.ts'
export type { Order } from './order.ts'
export type { World } from './world.ts'
export type { Settled } from './outbox/settled.ts'
export type { AttemptHistory, AttemptPage, AttemptSummary, Payments } from './payments.ts'
export type { Operations } from './operations/operations.ts'
export type { BillingKeys, DeletionOutcome, StoredBillingKey } from './operations/billing-keys.ts'
export type { Charge, ChargeInput, ChargeOutcome } from './operations/charge.ts'
export type { RefundInput, RefundOutcome } from './operations/refund.ts'
export type { Refund } from './operations/refund-of.ts'
export type { LookupOutcome } from './operations/lookup.ts'
export type { ReceiptInput, ReceiptOutcome, Receipts } from './operations/receipts.ts'
export type { LinkInput, LinkOutcome, Links } from './operations/links.ts'
export type { Attention } from './attention/attention.ts'
export type { AttentionItem } from './attention/attention-item.ts'
export type { WorkOptions } from './work.ts'
export type { Reconciled } from './reconcile.ts'
export type { Health } from './health.ts'
export type { LogEntry, LogName } from './log.ts'
export { SERVER_ERRORS } from './errors.ts'
export type { ServerErrorCode } from './errors.ts'
export { memoryLedger } from './ledger/memory.ts'
export type {
  Change,
  Ledger,
  LedgerCounts,
  MessageDraft,
  Moved,
  OutboxMessage,
  ListQuery,
  Prepared,
  Started,
} from './ledger/ledger.ts'
export type { AttentionKind, AttentionLedger, AttentionRow } from './ledger/attention-row.ts'
export type { BillingKeyLedger, SealedBillingKey } from './ledger/billing-key-row.ts'
export type {
  RefundChange,
  RefundDraft,
  RefundLedger,
  RefundRow,
  RefundStarted,
  RefundState,
} from './ledger/refund-row.ts'
export type { WebhookFacts, WebhookLedger, WebhookRow } from './ledger/webhook-row.ts'
export type {
  CallerDraft,
  CheckoutDraft,
  CheckoutPatch,
  CheckoutRow,
  CheckoutState,
  LedgerScope,
  VoidReason,
} from './ledger/checkout-row.ts'
export type { Actor, EventDetail, EventDraft, LedgerEvent } from './ledger/ledger-event.ts'
