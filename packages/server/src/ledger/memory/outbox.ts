import type { Ledger } from '../ledger.ts'
import { isUnclaimed } from '../rules.ts'
import { rowsOf } from './store.ts'
import type { MemoryStore } from './store.ts'

/** The outbox in memory. */
export function outboxMethods({ messages }: MemoryStore): Pick<Ledger, 'takeMessage' | 'closeMessage' | 'undelivered'> {
  return {
    takeMessage: async (id, now, until) => {
      const [oldest] = rowsOf(messages, (message) => message.checkoutId === id && message.deliveredAt === null)
      if (oldest === undefined || !isUnclaimed(oldest, now)) return undefined
      const { seq, checkoutId, payload, createdAt } = oldest
      const attempts = oldest.attempts + 1
      messages.set(seq, { ...oldest, attempts, claimUntil: until })
      return { seq, checkoutId, payload, createdAt, attempts }
    },
    closeMessage: async (seq, result, now) => {
      const message = messages.get(seq)
      if (message === undefined || message.deliveredAt !== null) return
      messages.set(seq, { ...message, claimUntil: null, deliveredAt: result === 'delivered' ? now : null })
    },
    undelivered: async (scope, limit) => {
      const waiting = rowsOf(messages, (message) => message.scope === scope && message.deliveredAt === null)
      return [...new Set(waiting.map((message) => message.checkoutId))].slice(0, limit)
    },
  }
}
