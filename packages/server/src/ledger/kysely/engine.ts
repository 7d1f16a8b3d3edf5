import type { Kysely, Transaction } from 'kysely'

import type { LedgerScope } from '../checkout-row.ts'
import type { LedgerTables } from './schema.ts'

export type Db = Kysely<LedgerTables>
export type Trx = Transaction<LedgerTables>

/** Where the SQL engines differ. Everything else is written once. */
export interface Engine {
  readonly db: Db
  /**
   * Waits until no other transaction works on the order, and keeps others off until this one ends. Locks are always taken in the
   * order key, then order, and at most one of each, so two transactions never wait for each other.
   */
  lockOrder(trx: Trx, scope: LedgerScope, orderId: string): Promise<void>
  /** The same for the order of an attempt, which is not known yet. */
  lockOrderOf(trx: Trx, checkoutId: string): Promise<void>
  /** The same for an idempotency key. */
  lockKey(trx: Trx, scope: LedgerScope, key: string): Promise<void>
  /** Whether `select … for update skip locked` exists; otherwise one transaction writes at a time and nothing has to be skipped. */
  readonly skipsLocked: boolean
  /** Whether a transaction was undone because of another one, so that it may run again and see what that one did. */
  lostRace(error: unknown): boolean
}

/**
 * One transaction; everything that writes is one, also a single statement, because only the start of a transaction knows how to wait for
 * SQLite's lock, and only in one does PostgreSQL have the isolation the ledger counts on. What loses a race in spite of the locks, as against a session that does not take them, runs once more: it then
 * reads the winner's row and answers `live`, `same` or `busy` like everybody who came later.
 */
export async function transaction<Result>(engine: Engine, work: (trx: Trx) => Promise<Result>): Promise<Result> {
  try {
    return await engine.db.transaction().execute(work)
  } catch (error) {
    if (!engine.lostRace(error)) throw error
    return engine.db.transaction().execute(work)
  }
}
