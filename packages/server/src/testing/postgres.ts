/** PostgreSQL for tests. Each ledger gets a schema of its own; the server is started by `postgres-setup.ts`. */
import { Pool } from 'pg'
import { afterAll, inject } from 'vitest'

import type { PostgresClient, PostgresPool } from '../ledger/postgres.ts'

let url: Promise<string> | undefined
const pools: Promise<Pool>[] = []
let schemas = 0

/** The server's address. Starts it when nobody has. */
export function postgresUrl(): Promise<string> {
  url ??= fetch(inject('postgres')).then(async (answer) => {
    if (!answer.ok) throw new Error(await answer.text())
    return answer.text()
  })
  return url
}

/** A pool that connects when it is used and ends with the test file. */
export function testPool(
  size = 10,
): PostgresPool & { query(text: string): Promise<{ rows: Record<string, unknown>[] }> } {
  let made: Promise<Pool> | undefined
  const pool = (): Promise<Pool> => {
    if (made === undefined) {
      made = postgresUrl().then((connectionString) => new Pool({ connectionString, max: size }))
      pools.push(made)
    }
    return made
  }
  return {
    connect: async (): Promise<PostgresClient> => (await pool()).connect(),
    query: async (text) => (await pool()).query<Record<string, unknown>>(text),
  }
}

/** A name nobody else uses in this run. */
export function freshSchema(): string {
  schemas += 1
  return `t${process.pid}_${process.env['VITEST_WORKER_ID'] ?? 0}_${schemas}`
}

afterAll(async () => {
  await Promise.all(pools.splice(0).map(async (pool) => (await pool).end()))
})
