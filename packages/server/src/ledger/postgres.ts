/// <reference types="node" />
/** Entry `@payple-kit/server/postgres`: the ledger in PostgreSQL, for shops with more than one server. Needs the package `pg`. */
import { PaypleIntegrationError } from '@payple-kit/core'
import { Pool } from 'pg'

import { kyselyLedger } from './kysely/kysely-ledger.ts'
import type { Ledger } from './ledger.ts'
import { postgresEngine } from './postgres/engine.ts'
import { migrate } from './postgres/migrate.ts'
import { POSTGRES_STEPS } from './postgres/migrations.ts'
import type { PostgresPool } from './postgres/pool.ts'

export type { PostgresClient, PostgresPool, PostgresQuery, PostgresResult } from './postgres/pool.ts'

/** Where the ledger's tables live. */
interface SchemaOption {
  /** Created when it is missing. Lower-case letters, digits and `_`. Default `payple`, apart from the shop's own tables. */
  readonly schema?: string | undefined
}

/** A pool of the ledger's own, or one the shop has already, which `close()` leaves open. */
export type PostgresLedgerOptions = SchemaOption &
  (
    | {
        /** `postgres://user:password@host:5432/database`. */
        readonly connectionString: string
        /** Connections at most. Default 10. */
        readonly poolSize?: number | undefined
        readonly pool?: undefined
      }
    | {
        /** A `Pool` of `pg`, or anything that behaves like one. */
        readonly pool: PostgresPool
        readonly connectionString?: undefined
        readonly poolSize?: undefined
      }
  )

/**
 * A ledger that any number of servers share. Returns at once; the first call, or `ready()`, connects and creates or upgrades the tables.
 * A first call that fails is tried again by the next one.
 *
 * @throws PaypleIntegrationError `CONFIG_INVALID` for an option that cannot work. What only the database knows is thrown by `ready()` and
 *   the other methods: `LEDGER_UNUSABLE`, `LEDGER_TOO_NEW`
 */
export function postgresLedger(options: PostgresLedgerOptions): Ledger {
  const schema = checkSchema(options.schema ?? 'payple')
  const { pool, end } = poolOf(options)
  let migrated: Promise<void> | undefined
  const ready = (): Promise<void> =>
    (migrated ??= migrate(pool, schema).catch((error: unknown) => {
      migrated = undefined
      throw error
    }))
  const engine = postgresEngine(pool, schema, ready)
  let closed: Promise<void> | undefined
  return {
    ...kyselyLedger(engine),
    ready,
    schemaVersion: async () => {
      await ready()
      return POSTGRES_STEPS.length
    },
    close: () => (closed ??= engine.db.destroy().then(end)),
  }
}

function poolOf(options: PostgresLedgerOptions): { pool: PostgresPool; end: () => Promise<void> } {
  if (options.pool !== undefined) {
    if (typeof options.pool?.connect !== 'function')
      throw invalid('"pool" has no connect(). Give it a Pool of the package pg.')
    return { pool: options.pool, end: async () => undefined }
  }
  const { connectionString, poolSize: max = 10 } = options
  if (typeof connectionString !== 'string' || connectionString === '')
    throw invalid('"connectionString" is missing. Give it, or a "pool" of the package pg.')
  if (!Number.isSafeInteger(max) || max < 1)
    throw invalid(`"poolSize" is ${max}. It must be a whole number, 1 or more.`)
  const pool = new Pool({ connectionString, max, connectionTimeoutMillis: 10_000, application_name: 'payple-kit' })
  // A connection that breaks while idle is dropped and replaced by the pool. Without a listener Node would end the process.
  pool.on('error', () => undefined)
  return { pool, end: () => pool.end() }
}

function checkSchema(schema: unknown): string {
  if (typeof schema === 'string' && /^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(schema)) return schema
  throw invalid(`"schema" is ${JSON.stringify(schema)}. It must be lower-case letters, digits and "_", 63 at most.`)
}

function invalid(message: string): PaypleIntegrationError {
  return new PaypleIntegrationError('CONFIG_INVALID', `postgresLedger: ${message}`)
}
