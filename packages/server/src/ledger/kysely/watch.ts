import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { Ledger } from '../ledger.ts'
import { DOUBT_STATES } from '../transitions.ts'
import { isUnclaimed, oldestDue } from './claims.ts'
import type { Db } from './engine.ts'

/**
 * Word for word the condition of the index `checkouts_watched`, without parameters: only then may a database use the index, which
 * leaves out everything that is settled.
 */
const WATCHED = sql<SqlBool>`(state in ('approving', 'unknown') or (next_check_at is not null
  and state in ('created', 'opened', 'canceled', 'declined', 'expired')))`

/** Attempts that somebody has to ask about. */
export function dueQuery(db: Db): Ledger['due'] {
  return (scope, now, limit) =>
    db
      .selectFrom('checkouts')
      .selectAll()
      .where('scope', '=', scope)
      .where(WATCHED)
      .where((eb) => isUnclaimed(eb.ref('claimUntil'), now))
      .where((eb) => eb.or([eb('state', 'in', DOUBT_STATES), eb('nextCheckAt', '<=', now)]))
      .orderBy(oldestDue())
      .orderBy('seq')
      .limit(limit)
      .execute()
}
