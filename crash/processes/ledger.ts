import type { Ledger } from '@payple-kit/server'
import { postgresLedger } from '@payple-kit/server/postgres'
import { sqliteLedger } from '@payple-kit/server/sqlite'

/** Opens the ledger that a run is about: a connection string, or the name of a file. */
export function openLedger(where: string): Ledger {
  return where.startsWith('postgres:') ? postgresLedger({ connectionString: where }) : sqliteLedger(where)
}
