/** A ledger in a PostgreSQL that syncs, in a schema of its own, vacuumed and analyzed as a server does by itself over time. */
import { postgresLedger } from '@payple-kit/server/postgres'
import { Client } from 'pg'

import { PAST_MS } from './bench-ledger.ts'
import type { BenchLedger } from './bench-ledger.ts'
import { ATTEMPTS_PER_PAYMENT, HISTORY, STATE_OF_N } from './history.ts'

export function postgresBench(connectionString: string, schema: string): BenchLedger {
  const ledger = postgresLedger({ connectionString, schema })
  return {
    ledger,
    fill: async (payments) => {
      await ledger.ready()
      await asked(connectionString, fill(schema, Math.round(payments * ATTEMPTS_PER_PAYMENT)))
    },
    size: async () => {
      const sizes = `select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relnamespace = '${schema}'::regnamespace`
      return Number((await asked(connectionString, [sizes]))['bytes'])
    },
  }
}

function fill(schema: string, attempts: number): readonly string[] {
  return [
    `set search_path to ${schema}`,
    // Rows that refer to nothing are not made; looking that up five million times is most of the filling.
    'set session_replication_role = replica',
    'begin',
    `create temp table past as
    select n, at, substr(md5(random()::text || n), 1, 22) as id,
      to_char(to_timestamp(at / 1000) at time zone 'Asia/Seoul', 'YYMMDD-HH24MISS') || '-' || substr(md5(random()::text), 1, 12) as oid,
      ${STATE_OF_N} as state
    from (select n, ${Date.now()} - ${PAST_MS} + n * ${PAST_MS} / ${attempts} as at
      from generate_series(1::bigint, ${attempts}::bigint) as n) as numbers`,
    ...HISTORY,
    'commit',
    'vacuum (analyze)',
    'checkpoint',
  ]
}

/** The first row of the last answer. */
async function asked(
  connectionString: string,
  statements: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const client = new Client({ connectionString })
  await client.connect()
  try {
    let row: Readonly<Record<string, unknown>> = {}
    for (const statement of statements) row = (await client.query<Record<string, unknown>>(statement)).rows[0] ?? {}
    return row
  } finally {
    await client.end()
  }
}
