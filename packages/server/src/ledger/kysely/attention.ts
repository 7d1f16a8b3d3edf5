import type { AttentionLedger } from '../attention-row.ts'
import { transaction } from './engine.ts'
import type { Engine } from './engine.ts'

/** The attention list in SQL. */
export function attentionQueries(engine: Engine): AttentionLedger {
  const { db } = engine
  return {
    raiseAttention: async (draft) => {
      const raised = await transaction(engine, (trx) =>
        trx
          .insertInto('attention')
          .values(draft)
          .onConflict((conflict) =>
            conflict.columns(['scope', 'subject', 'kind']).where('closedAt', 'is', null).doNothing(),
          )
          .returning('seq')
          .executeTakeFirst(),
      )
      return raised !== undefined
    },
    openAttention: (scope, limit, before) =>
      db
        .selectFrom('attention')
        .selectAll()
        .where('scope', '=', scope)
        .where('closedAt', 'is', null)
        .$if(before !== undefined, (query) => query.where('seq', '<', before ?? 0))
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),
    takeUntold: (scope, now, limit) =>
      transaction(engine, async (trx) => {
        const untold = await trx
          .selectFrom('attention')
          .selectAll()
          .where('scope', '=', scope)
          .where('closedAt', 'is', null)
          .where('toldAt', 'is', null)
          .orderBy('seq')
          .limit(limit)
          .$if(engine.skipsLocked, (query) => query.forUpdate().skipLocked())
          .execute()
        if (untold.length === 0) return []
        const seqs = untold.map((row) => row.seq)
        await trx.updateTable('attention').set({ toldAt: now }).where('seq', 'in', seqs).execute()
        return untold.map((row) => ({ ...row, toldAt: now }))
      }),
    markUntold: async (seq) => {
      await transaction(engine, (trx) =>
        trx.updateTable('attention').set({ toldAt: null }).where('seq', '=', seq).execute(),
      )
    },
    closeAttention: async (scope, subject, now, note) => {
      const { numUpdatedRows } = await transaction(engine, (trx) => {
        const all = trx.updateTable('attention').where('scope', '=', scope).where('subject', '=', subject)
        return all.where('closedAt', 'is', null).set({ closedAt: now, note }).executeTakeFirstOrThrow()
      })
      return Number(numUpdatedRows)
    },
  }
}
