/** A ledger file as the kit writes it: WAL, every commit on disk before it counts. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

import { sqliteLedger } from '@payple-kit/server/sqlite'

import { PAST_MS } from './bench-ledger.ts'
import type { BenchLedger } from './bench-ledger.ts'
import { ATTEMPTS_PER_PAYMENT, HISTORY, STATE_OF_N } from './history.ts'

export function sqliteBench(folder: string, name: string): BenchLedger {
  const path = join(folder, `${name}.db`)
  const ledger = sqliteLedger(path)
  return {
    ledger,
    fill: async (payments) => fill(path, Math.round(payments * ATTEMPTS_PER_PAYMENT)),
    size: async () => statSync(path).size,
  }
}

function fill(path: string, attempts: number): void {
  const raw = new DatabaseSync(path)
  raw.exec('pragma cache_size = -800000; pragma temp_store = memory; pragma synchronous = off')
  raw.exec(`begin immediate;
    create temp table past as with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${attempts})
    select n, at, substr(lower(hex(randomblob(11))), 1, 22) as id,
      substr(strftime('%Y%m%d-%H%M%S', at / 1000 + 32400, 'unixepoch'), 3) || '-' || lower(hex(randomblob(6))) as oid,
      ${STATE_OF_N} as state
    from (select n, ${Date.now()} - ${PAST_MS} + n * ${PAST_MS} / ${attempts} as at from numbers);`)
  for (const statement of HISTORY) raw.exec(statement)
  raw.exec('commit; pragma synchronous = full; pragma wal_checkpoint(truncate)')
  raw.close()
}
