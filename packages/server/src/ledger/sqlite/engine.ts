import type { DatabaseSync } from 'node:sqlite'

import { CamelCasePlugin, Kysely } from 'kysely'
import type { SqliteDatabase } from 'kysely'

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

/** `node:sqlite` in the shape Kysely's SQLite dialect asks for. */
function adapt(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare: (sql) => {
      // A transaction that reads before it writes must hold the write lock from its start, or it fails half-way when another
      // process writes in between.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SqlValue[])),
        run: (parameters) => statement.run(...(parameters as SqlValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SqlValue[])),
      }
    },
  }
}

type SqlValue = string | number | bigint | null
