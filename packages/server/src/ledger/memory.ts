import type { Ledger } from './ledger.ts'
import { attemptMethods } from './memory/attempts.ts'
import { attentionMethods } from './memory/attention.ts'
import { billingKeyMethods } from './memory/billing-keys.ts'
import { counter } from './memory/counts.ts'
import { outboxMethods } from './memory/outbox.ts'
import { refundMethods } from './memory/refunds.ts'
import { emptyStore } from './memory/store.ts'
import { webhookMethods } from './memory/webhooks.ts'

/**
 * A ledger that forgets when the process ends. For stories, tests and trying things out; a shop that takes money needs
 * `sqliteLedger` or `postgresLedger`. Nothing here awaits between reading and writing, which is what makes each method one
 * transaction.
 */
export function memoryLedger(): Ledger {
  const store = emptyStore()
  return {
    ready: async () => undefined,
    ...attemptMethods(store),
    ...refundMethods(store),
    ...webhookMethods(store),
    ...billingKeyMethods(store),
    ...attentionMethods(store),
    ...outboxMethods(store),
    counts: counter(store),
    close: async () => undefined,
  }
}
