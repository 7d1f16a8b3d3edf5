import { isUnclaimed } from '../rules.ts'
import { closing, dueAgain } from '../webhook-rules.ts'
import type { WebhookLedger, WebhookRow } from '../webhook-row.ts'
import { rowsOf } from './store.ts'
import type { MemoryStore } from './store.ts'

/** The inbox in memory. */
export function webhookMethods({ webhooks }: MemoryStore): WebhookLedger {
  return {
    receiveWebhook: async (draft) => {
      const [known] = rowsOf(
        webhooks,
        (row) => row.scope === draft.scope && row.kind === draft.kind && row.digest === draft.digest,
      )
      const repeated = known && { ...known, repeats: known.repeats + 1 }
      const row: WebhookRow =
        repeated?.handledAt === null
          ? repeated
          : {
              repeats: 0,
              seq: Math.max(0, ...webhooks.keys()) + 1,
              ...draft,
              ...repeated,
              attempts: 0,
              nextAttemptAt: dueAgain(repeated?.repeats ?? 0, draft.receivedAt),
              claimUntil: null,
              handledAt: null,
              result: null,
            }
      webhooks.set(row.seq, row)
      return row
    },
    takeWebhooks: async (scope, now, until, limit) => {
      const due = rowsOf(
        webhooks,
        (row) =>
          row.scope === scope && row.handledAt === null && isUnclaimed(row, now) && (row.nextAttemptAt ?? 0) <= now,
      )
        .sort((a, b) => (a.nextAttemptAt ?? 0) - (b.nextAttemptAt ?? 0) || a.seq - b.seq)
        .slice(0, limit)
      return due.map((row) => {
        const taken = { ...row, attempts: row.attempts + 1, claimUntil: until }
        webhooks.set(row.seq, taken)
        return taken
      })
    },
    closeWebhook: async ({ seq, repeats }, now, end) => {
      const row = webhooks.get(seq)
      if (row !== undefined && row.handledAt === null) webhooks.set(seq, { ...row, ...closing(row, repeats, now, end) })
    },
    pruneWebhooks: async (scope, before) => {
      const old = rowsOf(webhooks, (row) => row.scope === scope && row.handledAt !== null && row.handledAt < before)
      for (const { seq } of old) webhooks.delete(seq)
      return old.length
    },
  }
}
