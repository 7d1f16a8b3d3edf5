import type { Ledger } from '@payple-kit/server'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** The companion's ledger: a file on this machine, or a PostgreSQL that several machines share. */
export async function openLedger(place: string): Promise<Ledger> {
  const { sqliteLedger } = await import('@payple-kit/server/sqlite')
  if (place !== ':memory:') mkdirSync(dirname(place), { recursive: true })
  return sqliteLedger(place)
}
