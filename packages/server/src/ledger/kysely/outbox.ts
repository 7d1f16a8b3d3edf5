import type { Ledger } from '../ledger.ts'
import { transaction } from './engine.ts'
import type { Engine } from './engine.ts'

/** The outbox in SQL. */
export function outboxQueries(engine: Engine): Pick<Ledger, 'takeMessage' | 'closeMessage' | 'undelivered'> {
  const { db } = engine
  return {
    takeMessage: (checkoutId, now, until) =>
      transaction(engine, async (trx) => {
        // The oldest is chosen first and locked second. Skipping what is locked while choosing would hand out the message behind the
        // one that is just being taken, and the shop would hear of a refund before the payment.
        const oldest = await trx
          .selectFrom('outbox')
          .selectAll()
          .where('seq', '=', (eb) =>
            eb
              .selectFrom('outbox as waiting')
              .select((min) => min.fn.min('waiting.seq').as('seq'))
              .where('waiting.checkoutId', '=', checkoutId)
              .where('waiting.deliveredAt', 'is', null),
          )
          .where('deliveredAt', 'is', null)
          .$if(engine.skipsLocked, (query) => query.forUpdate().skipLocked())
          .executeTakeFirst()
        if (oldest === undefined || (oldest.claimUntil !== null && oldest.claimUntil > now)) return undefined
        const attempts = oldest.attempts + 1
        await trx.updateTable('outbox').set({ attempts, claimUntil: until }).where('seq', '=', oldest.seq).execute()
        const { seq, payload, createdAt } = oldest
        return { seq, checkoutId, payload, createdAt, attempts }
      }),
    closeMessage: async (seq, result, now) => {
      const deliveredAt = result === 'delivered' ? now : null
      await transaction(engine, (trx) => {
        const open = trx.updateTable('outbox').where('seq', '=', seq).where('deliveredAt', 'is', null)
        return open.set({ claimUntil: null, deliveredAt }).execute()
      })
    },
    undelivered: async (scope, limit) => {
      const waiting = await db
        .selectFrom('outbox')
        .select('checkoutId')
        .where('scope', '=', scope)
        .where('deliveredAt', 'is', null)
        .groupBy('checkoutId')
        .orderBy((eb) => eb.fn.min('seq'))
        .limit(limit)
        .execute()
      return waiting.map((message) => message.checkoutId)
    },
  }
}
