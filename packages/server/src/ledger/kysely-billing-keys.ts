import type { Kysely } from 'kysely'

import type { Ledger } from './ledger.ts'
import type { LedgerTables } from './schema.ts'

/** The billing-key half of the SQL ledger. Keys are written by `move`, together with the attempt they came from. */
export function billingKeyQueries(db: Kysely<LedgerTables>): Pick<Ledger, 'billingKey' | 'findBillingKey'> {
  return {
    billingKey: (id) => db.selectFrom('billingKeys').selectAll().where('id', '=', id).executeTakeFirst(),
    findBillingKey: (scope, fingerprints) =>
      db
        .selectFrom('billingKeys')
        .selectAll()
        .where('scope', '=', scope)
        .where('fingerprint', 'in', fingerprints)
        .executeTakeFirst(),
  }
}
