import type { Kysely } from 'kysely'

import type { LedgerScope } from './checkout-row.ts'
import type { Ledger } from './ledger.ts'
import type { LedgerTables } from './schema.ts'

interface OutboxQueries {
  readonly methods: Pick<Ledger, 'takeMessage' | 'closeMessage' | 'undelivered'>
  waiting(scope: LedgerScope): Promise<number>
}

/** The outbox half of the SQL ledger. */
export function outboxQueries(db: Kysely<LedgerTables>): OutboxQueries {
  return {
    methods: {
      takeMessage: (checkoutId, now, until) =>
        db.transaction().execute(async (trx) => {
          const oldest = await trx
            .selectFrom('outbox')
            .selectAll()
            .where('checkoutId', '=', checkoutId)
            .where('deliveredAt', 'is', null)
            .orderBy('seq')
            .limit(1)
            .executeTakeFirst()
          if (oldest === undefined || (oldest.claimUntil !== null && oldest.claimUntil > now)) return undefined
          const attempts = oldest.attempts + 1
          await trx.updateTable('outbox').set({ attempts, claimUntil: until }).where('seq', '=', oldest.seq).execute()
          const { seq, payload, createdAt } = oldest
          return { seq, checkoutId, payload, createdAt, attempts }
        }),
      closeMessage: async (seq, result, now) => {
        const set = result === 'delivered' ? { claimUntil: null, deliveredAt: now } : { claimUntil: null }
        await db.transaction().execute((trx) => trx.updateTable('outbox').set(set).where('seq', '=', seq).execute())
      },
      undelivered: async (scope, limit) => {
        const waiting = await db
          .selectFrom('outbox')
          .innerJoin('checkouts', 'checkouts.id', 'outbox.checkoutId')
          .select('outbox.checkoutId')
          .where('checkouts.scope', '=', scope)
          .where('deliveredAt', 'is', null)
          .groupBy('outbox.checkoutId')
          .orderBy((eb) => eb.fn.min('outbox.seq'))
          .limit(limit)
          .execute()
        return waiting.map((message) => message.checkoutId)
      },
    },
    waiting: async (scope) => {
      const { count } = await db
        .selectFrom('outbox')
        .innerJoin('checkouts', 'checkouts.id', 'outbox.checkoutId')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('checkouts.scope', '=', scope)
        .where('deliveredAt', 'is', null)
        .executeTakeFirstOrThrow()
      return count
    },
  }
}
