import type { BillingKeyLedger } from '../billing-key-row.ts'
import { transaction } from './engine.ts'
import type { Engine } from './engine.ts'

/** Billing keys in SQL. They are written by `move`, together with the attempt they came from. */
export function billingKeyQueries(engine: Engine): BillingKeyLedger {
  const { db } = engine
  return {
    billingKey: (id) => db.selectFrom('billingKeys').selectAll().where('id', '=', id).executeTakeFirst(),
    findBillingKey: async (scope, fingerprints) =>
      fingerprints.length === 0
        ? undefined
        : db
            .selectFrom('billingKeys')
            .selectAll()
            .where('scope', '=', scope)
            .where('fingerprint', 'in', fingerprints)
            .where('removedAt', 'is', null)
            .executeTakeFirst(),
    findRemovedByGateway: async (scope, fingerprints) =>
      fingerprints.length === 0
        ? undefined
        : db
            .selectFrom('billingKeys')
            .selectAll()
            .where('scope', '=', scope)
            .where('fingerprint', 'in', fingerprints)
            .where('removedBy', '=', 'gateway')
            .orderBy('createdAt', 'desc')
            .orderBy('id', 'desc')
            .limit(1)
            .executeTakeFirst(),
    billingKeysOf: (scope, orderId) =>
      db
        .selectFrom('billingKeys')
        .selectAll()
        .where('scope', '=', scope)
        .where('orderId', '=', orderId)
        .where('removedAt', 'is', null)
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .execute(),
    replaceBillingKey: (id, from, to) =>
      transaction(engine, async (trx) => {
        const key = await trx.selectFrom('billingKeys').selectAll().where('id', '=', id).executeTakeFirst()
        if (key === undefined) return false
        const kept = trx.selectFrom('billingKeys').select('id').where('scope', '=', key.scope)
        const taken = await kept
          .where('fingerprint', '=', to.fingerprint)
          .where('removedAt', 'is', null)
          .executeTakeFirst()
        if (taken !== undefined) return false
        const there = trx.updateTable('billingKeys').where('id', '=', id).where('fingerprint', '=', from)
        const { numUpdatedRows } = await there.where('removedAt', 'is', null).set(to).executeTakeFirstOrThrow()
        return numUpdatedRows > 0n
      }),
    removeBillingKey: async (id, removedAt, removedBy) => {
      const { numUpdatedRows } = await transaction(engine, (trx) => {
        const there = trx.updateTable('billingKeys').where('id', '=', id).where('removedAt', 'is', null)
        return there.set({ removedAt, removedBy }).executeTakeFirstOrThrow()
      })
      return numUpdatedRows > 0n
    },
  }
}
