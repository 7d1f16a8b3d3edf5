import type { BillingKeyLedger } from '../billing-key-row.ts'
import type { Db } from './engine.ts'

/** Billing keys in SQL. They are written by `move`, together with the attempt they came from. */
export function billingKeyQueries(db: Db): BillingKeyLedger {
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
    removeBillingKey: async (id, removedAt, removedBy) => {
      const there = db.updateTable('billingKeys').where('id', '=', id).where('removedAt', 'is', null)
      const { numUpdatedRows } = await there.set({ removedAt, removedBy }).executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
  }
}
