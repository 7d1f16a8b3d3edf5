import type { Ledger } from '@payple-kit/server'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * The companion's ledger: a file on this machine, or a PostgreSQL that several machines share. Each is loaded only when it is used,
 * so that a shop with a file needs no `pg`.
 */
export async function openLedger(place: string): Promise<Ledger> {
  if (/^postgres(ql)?:/.test(place)) {
    const { postgresLedger } = await import('@payple-kit/server/postgres')
    return postgresLedger({ connectionString: place })
  }
  const { sqliteLedger } = await import('@payple-kit/server/sqlite')
  if (place !== ':memory:') mkdirSync(dirname(place), { recursive: true })
  return sqliteLedger(place)
}
