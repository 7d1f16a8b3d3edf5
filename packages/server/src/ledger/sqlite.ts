/// <reference types="node" />
/** Entry `@payple-kit/server/sqlite`: the ledger in one file, through Node's own SQLite. */
import type * as Sqlite from 'node:sqlite'
import type { DatabaseSync } from 'node:sqlite'

import { PaypleIntegrationError } from '@payple-kit/core'

import { kyselyLedger } from './kysely/kysely-ledger.ts'
import type { Ledger } from './ledger.ts'
import { sqliteEngine } from './sqlite/engine.ts'
import { migrate } from './sqlite/migrate.ts'
import { SQLITE_STEPS } from './sqlite/migrations.ts'

/**
 * Opens, and if need be creates or upgrades, a ledger file. Several processes on one machine may share the file.
 *
 * @param path file name, or `':memory:'` for a ledger that dies with the process
 * @throws PaypleIntegrationError `LEDGER_UNUSABLE` when the file cannot be opened or is no database, or Node is too old;
 *   `LEDGER_TOO_NEW` when a newer version of this package has written it
 */
export function sqliteLedger(path: string): Ledger {
  const database = open(path)
  const engine = sqliteEngine(database)
  return {
    ...kyselyLedger(engine),
    ready: async () => undefined,
    schemaVersion: async () => SQLITE_STEPS.length,
    close: async () => {
      await engine.db.destroy()
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
