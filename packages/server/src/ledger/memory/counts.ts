import type { Ledger } from '../ledger.ts'
import { IN_FLIGHT } from '../refund-rules.ts'
import { DOUBT_STATES } from '../transitions.ts'
import { rowsOf } from './store.ts'
import type { MemoryStore } from './store.ts'

/** Numbers for `health()`. */
export function counter(store: MemoryStore): Ledger['counts'] {
  return async (scope) => {
    const doubts = rowsOf(store.checkouts, (row) => row.scope === scope && DOUBT_STATES.includes(row.state))
    const since = doubts.map((row) => row.attemptedAt ?? row.updatedAt)
    return {
      inDoubt: doubts.length,
      oldestDoubtAt: since.length === 0 ? null : Math.min(...since),
      refundsInDoubt: rowsOf(store.refunds, (row) => row.scope === scope && IN_FLIGHT.includes(row.state)).length,
      undelivered: rowsOf(store.messages, (row) => row.scope === scope && row.deliveredAt === null).length,
      webhooks: rowsOf(store.webhooks, (row) => row.scope === scope && row.handledAt === null).length,
      attention: rowsOf(store.attention, (row) => row.scope === scope && row.closedAt === null).length,
    }
  }
}
