import type { DatabaseSync } from 'node:sqlite'

import { PaypleIntegrationError } from '@payple-kit/core'

import { SQLITE_STEPS } from './migrations.ts'

/**
 * Brings a file to the current schema, each step under the write lock. The version is SQLite's own `user_version`.
 *
 * @throws PaypleIntegrationError `LEDGER_TOO_NEW`
 */
export function migrate(database: DatabaseSync, path: string): void {
  // A step may write a table anew that others refer to. The switch has no effect inside a transaction.
  database.exec('pragma foreign_keys = off')
  while (versionOf(database, path) < SQLITE_STEPS.length) {
    database.exec('begin immediate')
    try {
      // Read again under the lock: another process may have been first.
      const version = versionOf(database, path)
      const step = SQLITE_STEPS[version]
      if (step !== undefined) database.exec(`${step}; pragma user_version = ${version + 1}`)
      const orphan = database.prepare('pragma foreign_key_check').get()
      if (orphan !== undefined) throw new Error(`step ${version + 1}: a row of ${String(orphan['table'])} is an orphan`)
      database.exec('commit')
    } catch (error) {
      database.exec('rollback')
      throw error
    }
  }
  database.exec('pragma foreign_keys = on')
}

function versionOf(database: DatabaseSync, path: string): number {
  const version = Number(database.prepare('pragma user_version').get()?.['user_version'])
  if (version <= SQLITE_STEPS.length) return version
  throw new PaypleIntegrationError(
    'LEDGER_TOO_NEW',
    `sqliteLedger: "${path}" has schema ${version}; this version of the package knows ${SQLITE_STEPS.length}. Upgrade the package.`,
  )
}
