/**
 * `@payple-kit/server`: the companion server of a shop that takes Payple payments. Runs wherever `fetch` does; SQLite and
 * `node:http` live behind `./sqlite` and `./node`.
 */
export { createPayple } from './payple.ts'
export type { Payple } from './payple.ts'
export type { BillingKeyOptions, DomesticOptions, PaypleOptions, TimeoutOptions } from './options/options.ts'
export type { Order } from './order.ts'
export type { World } from './world.ts'
export type { Settled } from './outbox/settled.ts'
export type { AttemptHistory, Payments } from './payments.ts'
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
  Prepared,
  SealedBillingKey,
} from './ledger/ledger.ts'
export type {
  CheckoutDraft,
  CheckoutPatch,
  CheckoutRow,
  CheckoutState,
  LedgerScope,
  VoidReason,
} from './ledger/checkout-row.ts'
export type { Actor, EventDetail, EventDraft, LedgerEvent } from './ledger/ledger-event.ts'
