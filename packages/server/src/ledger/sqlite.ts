/// <reference types="node" />
/** Entry `@payple-kit/server/sqlite`: the ledger in one file, through Node's own SQLite. */
import type * as Sqlite from 'node:sqlite'
import type { DatabaseSync } from 'node:sqlite'

import { PaypleIntegrationError } from '@payple-kit/core'
import { CamelCasePlugin, Kysely } from 'kysely'
import type { SqliteDatabase } from 'kysely'

import { kyselyLedger } from './kysely-ledger.ts'
import type { Ledger } from './ledger.ts'
import { MIGRATIONS } from './migrations.ts'
import { PatientSqliteDialect } from './patient-sqlite.ts'
import type { LedgerTables } from './schema.ts'

/**
 * Opens, and if need be creates or upgrades, a ledger file. Several processes on one machine may share the file.
 *
 * @param path file name, or `':memory:'` for a ledger that dies with the process
 * @throws PaypleIntegrationError `LEDGER_UNUSABLE` when the file cannot be opened or is no database, or Node is too old;
 *   `LEDGER_TOO_NEW` when a newer version of this package has written it
 */
export function sqliteLedger(path: string): Ledger {
  const database = open(path)
  const ledger = kyselyLedger(
    new Kysely<LedgerTables>({
      dialect: new PatientSqliteDialect({ database: adapt(database) }),
      plugins: [new CamelCasePlugin()],
    }),
  )
  return {
    ...ledger,
    close: async () => {
      await ledger.close()
      // Kysely closes only what it has used.
      if (database.isOpen) database.close()
    },
  }
}

/** Not imported: on a Node without it that would fail before anybody can say what is missing. */
function loadSqlite(): typeof Sqlite {
  const sqlite = process.getBuiltinModule?.('node:sqlite')
  if (sqlite !== undefined) return sqlite
  throw new PaypleIntegrationError(
    'LEDGER_UNUSABLE',
    `sqliteLedger: this is Node ${process.versions.node}, which has no node:sqlite. Use Node 22.12 or newer.`,
  )
}

function open(path: string): DatabaseSync {
  const sqlite = loadSqlite()
  let database: DatabaseSync | undefined
  try {
    database = new sqlite.DatabaseSync(path)
    // FULL: a commit is on disk before anybody is told "paid".
    database.exec('pragma busy_timeout = 5000')
    database.exec('pragma journal_mode = wal')
    database.exec('pragma synchronous = full')
    database.exec('pragma foreign_keys = on')
    migrate(database, path)
    // From here on waiting is up to the dialect, which does not block.
    database.exec('pragma busy_timeout = 20')
    return database
  } catch (error) {
    database?.close()
    if (error instanceof PaypleIntegrationError) throw error
    throw new PaypleIntegrationError(
      'LEDGER_UNUSABLE',
      `sqliteLedger: "${path}" cannot be used as a ledger. The folder must exist and be writable, the file must be a SQLite database.`,
      { cause: error },
    )
  }
}

function migrate(database: DatabaseSync, path: string): void {
  while (versionOf(database, path) < MIGRATIONS.length) {
    database.exec('begin immediate')
    try {
      // Read again under the lock: another process may have been first.
      const version = versionOf(database, path)
      const step = MIGRATIONS[version]
      if (step !== undefined) database.exec(`${step}; pragma user_version = ${version + 1}`)
      database.exec('commit')
    } catch (error) {
      database.exec('rollback')
      throw error
    }
  }
}

function versionOf(database: DatabaseSync, path: string): number {
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'])
  if (version <= MIGRATIONS.length) return version
  throw new PaypleIntegrationError(
    'LEDGER_TOO_NEW',
    `sqliteLedger: "${path}" has schema ${version}; this version of the package knows ${MIGRATIONS.length}. Upgrade the package.`,
  )
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
