import { sql } from 'kysely'
import type { Expression, RawBuilder, SqlBool } from 'kysely'

/** Nobody works on the row: no claim, or one that is over. */
export function isUnclaimed(claimUntil: Expression<number | null>, at: number): Expression<SqlBool> {
  return sql<SqlBool>`(${claimUntil} is null or ${claimUntil} <= ${at})`
}

/** When a row was due, rows without a date first. Word for word what the indexes are sorted by. */
export function oldestDue(): RawBuilder<number> {
  return sql<number>`coalesce(next_check_at, 0)`
}
