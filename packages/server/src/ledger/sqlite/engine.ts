import type { DatabaseSync } from 'node:sqlite'

import { CamelCasePlugin, Kysely } from 'kysely'
import type { SqliteDatabase, SqliteStatement } from 'kysely'

import type { Engine } from '../kysely/engine.ts'
import type { LedgerTables } from '../kysely/schema.ts'
import { PatientSqliteDialect } from './patient-sqlite.ts'

/** A transaction holds the file's only write lock from its start, so there is nothing else to lock and no race to lose. */
export function sqliteEngine(database: DatabaseSync): Engine {
  const dialect = new PatientSqliteDialect({ database: adapt(database) })
  return {
    db: new Kysely<LedgerTables>({ dialect, plugins: [new CamelCasePlugin()] }),
    lockOrder: async () => undefined,
    lockOrderOf: async () => undefined,
    lockKey: async () => undefined,
    skipsLocked: false,
    lostRace: () => false,
  }
}

/** More statements than the ledger has. Lists of different lengths make some more; past that the cache starts again. */
const MOST_STATEMENTS = 500

/** `node:sqlite` in the shape Kysely's SQLite dialect asks for. A statement is compiled once: that took a fifth of a payment's time. */
function adapt(database: DatabaseSync): SqliteDatabase {
  const compiled = new Map<string, SqliteStatement>()
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const known = compiled.get(sql)
      if (known !== undefined) return known
      // A transaction that reads before it writes must hold the write lock from its start, or it fails half-way when another
      // process writes in between.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
      const made: SqliteStatement = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SqlValue[])),
        run: (parameters) => statement.run(...(parameters as SqlValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SqlValue[])),
      }
      if (compiled.size >= MOST_STATEMENTS) compiled.clear()
      compiled.set(sql, made)
      return made
    },
  }
}

type SqlValue = string | number | bigint | null
