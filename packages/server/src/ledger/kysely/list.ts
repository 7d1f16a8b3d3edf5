import type { SelectQueryBuilder } from 'kysely'

import type { CheckoutRow, CheckoutState } from '../checkout-row.ts'
import type { Ledger, ListQuery } from '../ledger.ts'
import type { Db } from './engine.ts'
import type { LedgerTables } from './schema.ts'

/**
 * A page of attempts. Each state is its own walk along the index, and the pages are merged: "the last twenty in doubt" must not wade
 * through a million that are paid.
 */
export function listQuery(db: Db): Ledger['list'] {
  return (query) => {
    const { states, limit } = query
    if (states === undefined) return walk(db, query).execute()
    const [first, ...rest] = [...new Set(states)].map((state) =>
      db.selectFrom(walk(db, query, state).as('page')).selectAll(),
    )
    if (first === undefined) return Promise.resolve([])
    const merged = rest.reduce((all, page) => all.unionAll(page), first)
    return merged.orderBy('seq', 'desc').limit(limit).execute()
  }
}

function walk(
  db: Db,
  { scope, before, limit }: ListQuery,
  state?: CheckoutState,
): SelectQueryBuilder<LedgerTables, 'checkouts', CheckoutRow> {
  return db
    .selectFrom('checkouts')
    .selectAll()
    .where('scope', '=', scope)
    .$if(state !== undefined, (page) => page.where('state', '=', state ?? 'created'))
    .$if(before !== undefined, (page) => page.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .limit(limit)
}
