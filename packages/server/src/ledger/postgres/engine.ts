import { CamelCasePlugin, Kysely, PostgresDialect, sql } from 'kysely'
import type { PostgresPool as KyselyPool, PostgresPoolClient, RawBuilder } from 'kysely'

import type { Engine, Trx } from '../kysely/engine.ts'
import type { LedgerTables } from '../kysely/schema.ts'
import { NUMBERS, openSession } from './pool.ts'
import type { PostgresPool } from './pool.ts'

/**
 * Read committed, whatever the server's default: under a snapshot from before the wait, a transaction that got its lock would not see
 * what the one before it wrote. The time-outs hold for this transaction only, so they work behind a connection pooler too: nobody
 * waits for ever, and a process that stops in the middle of a transaction loses its locks.
 */
const BEGIN = `begin isolation level read committed;
set local lock_timeout = '5s';
set local idle_in_transaction_session_timeout = '10s'`

const UNIQUE_VIOLATION = '23505'
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK = '40P01'
const LOST_RACES: readonly unknown[] = [UNIQUE_VIOLATION, SERIALIZATION_FAILURE, DEADLOCK]

/** Kinds of advisory locks, so that an order and an idempotency key of the same name do not wait for each other. */
const ORDER = 1
const KEY = 2

/**
 * Transactions of one order go one after the other. An advisory lock, not a row lock: the first attempt of an order has no row yet,
 * and two of those must not pass each other. Unique indexes keep the promise even against somebody who takes no locks.
 */
export function postgresEngine(pool: PostgresPool, schema: string, ready: () => Promise<void>): Engine {
  const dialect = new PostgresDialect({ pool: forKysely(pool, ready) })
  const lock = (kind: number, ...name: unknown[]): RawBuilder<unknown> =>
    sql`pg_advisory_xact_lock(hashtextextended(concat_ws(chr(31), ${sql.lit(schema)}::text, ${sql.join(name)}), ${sql.lit(kind)}))`
  return {
    db: new Kysely<LedgerTables>({ dialect, plugins: [new CamelCasePlugin()] }).withSchema(schema),
    lockOrder: async (trx, scope, orderId) => {
      await sql`select ${lock(ORDER, sql`${scope}::text`, sql`${orderId}::text`)}`.execute(trx)
    },
    lockOrderOf: async (trx: Trx, id) => {
      const order = lock(ORDER, sql.ref('scope'), sql.ref('order_id'))
      await trx.selectFrom('checkouts').select(order.as('locked')).where('id', '=', id).execute()
    },
    lockKey: async (trx, scope, key) => {
      await sql`select ${lock(KEY, sql`${scope}::text`, sql`${key}::text`)}`.execute(trx)
    },
    skipsLocked: true,
    lostRace: (error) => LOST_RACES.includes((error as { code?: unknown } | null)?.code),
  }
}

/** The pool in the shape Kysely asks for. Nothing runs before the schema is there. */
function forKysely(pool: PostgresPool, ready: () => Promise<void>): KyselyPool {
  return {
    options: {},
    // The ledger ends its own pool and leaves the shop's alone.
    end: async () => undefined,
    connect: async (): Promise<PostgresPoolClient> => {
      await ready()
      const session = await openSession(pool)
      const query = (text: string, values: readonly unknown[]): Promise<unknown> =>
        session.query({ text: text === 'begin' ? BEGIN : text, values: [...values], types: NUMBERS })
      return {
        query: query as PostgresPoolClient['query'],
        release: (destroy) => session.release(destroy),
      }
    },
  }
}
