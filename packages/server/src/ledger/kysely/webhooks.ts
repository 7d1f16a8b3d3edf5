import { sql } from 'kysely'
import type { Selectable } from 'kysely'

import { closing, CROWDED_MS, FREE_REPEATS } from '../webhook-rules.ts'
import type { WebhookFacts, WebhookLedger, WebhookRow } from '../webhook-row.ts'
import { isUnclaimed } from './claims.ts'
import { transaction } from './engine.ts'
import type { Engine, Trx } from './engine.ts'
import type { LedgerTables } from './schema.ts'

type StoredWebhook = Selectable<LedgerTables['webhooks']>

/** The inbox in SQL. */
export function webhookQueries(engine: Engine): WebhookLedger {
  return {
    receiveWebhook: async ({ facts, ...draft }) => {
      const fresh = { repeats: 0, attempts: 0, nextAttemptAt: draft.receivedAt }
      const receive = (trx: Trx): Promise<StoredWebhook> =>
        trx
          .insertInto('webhooks')
          .values({ ...draft, ...fresh, facts: JSON.stringify(facts) })
          .onConflict((conflict) =>
            conflict.columns(['scope', 'kind', 'digest']).doUpdateSet((eb) => {
              const waits = eb('webhooks.handledAt', 'is', null)
              const claim = eb.case().when(waits).then(eb.ref('webhooks.claimUntil')).else(null).end()
              return {
                repeats: eb('webhooks.repeats', '+', 1),
                attempts: eb.case().when(waits).then(eb.ref('webhooks.attempts')).else(eb.lit(0)).end(),
                nextAttemptAt: eb
                  .case()
                  .when(waits)
                  .then(eb.ref('webhooks.nextAttemptAt'))
                  .when('webhooks.repeats', '>=', FREE_REPEATS)
                  .then(eb('excluded.receivedAt', '+', CROWDED_MS))
                  .else(eb.ref('excluded.receivedAt'))
                  .end(),
                claimUntil: claim,
                handledAt: null,
                result: null,
              }
            }),
          )
          .returningAll()
          .executeTakeFirstOrThrow()
      return readWebhook(await transaction(engine, receive))
    },
    takeWebhooks: (scope, now, until, limit) =>
      transaction(engine, async (trx) => {
        const due = await trx
          .selectFrom('webhooks')
          .selectAll()
          .where('scope', '=', scope)
          .where('handledAt', 'is', null)
          .where('nextAttemptAt', '<=', now)
          .where((eb) => isUnclaimed(eb.ref('claimUntil'), now))
          .orderBy('nextAttemptAt')
          .orderBy('seq')
          .limit(limit)
          .$if(engine.skipsLocked, (query) => query.forUpdate().skipLocked())
          .execute()
        if (due.length === 0) return []
        const seqs = due.map((row) => row.seq)
        const taken = { attempts: sql<number>`attempts + 1`, claimUntil: until }
        await trx.updateTable('webhooks').set(taken).where('seq', 'in', seqs).execute()
        return due.map((row) => readWebhook({ ...row, attempts: row.attempts + 1, claimUntil: until }))
      }),
    closeWebhook: async ({ seq, repeats }, now, end) => {
      await transaction(engine, async (trx) => {
        const open = trx.selectFrom('webhooks').selectAll().where('seq', '=', seq).where('handledAt', 'is', null)
        const row = await open.$if(engine.skipsLocked, (query) => query.forUpdate()).executeTakeFirst()
        if (row === undefined) return
        const set = closing(row, repeats, now, end)
        await trx.updateTable('webhooks').where('seq', '=', seq).set(set).execute()
      })
    },
    pruneWebhooks: async (scope, before) => {
      const { numDeletedRows } = await transaction(engine, (trx) =>
        trx.deleteFrom('webhooks').where('scope', '=', scope).where('handledAt', '<', before).executeTakeFirstOrThrow(),
      )
      return Number(numDeletedRows)
    },
  }
}

function readWebhook(row: StoredWebhook): WebhookRow {
  return { ...row, facts: JSON.parse(row.facts) as WebhookFacts }
}
