import type { AttentionLedger, AttentionRow } from '../attention-row.ts'
import { rowsOf } from './store.ts'
import type { MemoryStore } from './store.ts'

/** The attention list in memory. */
export function attentionMethods({ attention }: MemoryStore): AttentionLedger {
  const open = (fits: (row: AttentionRow) => boolean): AttentionRow[] =>
    rowsOf(attention, (row) => row.closedAt === null && fits(row))
  return {
    raiseAttention: async (draft) => {
      const { scope, kind, subject } = draft
      if (open((row) => row.scope === scope && row.kind === kind && row.subject === subject).length > 0) return false
      const seq = attention.size + 1
      attention.set(seq, { ...draft, seq, toldAt: null, closedAt: null, note: null })
      return true
    },
    openAttention: async (scope, limit, before = Infinity) =>
      open((row) => row.scope === scope && row.seq < before)
        .toReversed()
        .slice(0, limit),
    takeUntold: async (scope, now, limit) =>
      open((row) => row.scope === scope && row.toldAt === null)
        .slice(0, limit)
        .map((row) => {
          const told = { ...row, toldAt: now }
          attention.set(row.seq, told)
          return told
        }),
    markUntold: async (seq) => {
      const row = attention.get(seq)
      if (row !== undefined) attention.set(seq, { ...row, toldAt: null })
    },
    closeAttention: async (scope, subject, now, note) => {
      const closing = open((row) => row.scope === scope && row.subject === subject)
      for (const row of closing) attention.set(row.seq, { ...row, closedAt: now, note })
      return closing.length
    },
  }
}
