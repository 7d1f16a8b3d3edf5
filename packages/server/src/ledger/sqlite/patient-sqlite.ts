import { SqliteDialect } from 'kysely'
import type { Driver } from 'kysely'

/** How long a transaction waits for the file while another process writes. */
const PATIENCE_MS = 5_000
const PAUSE_MS = 5

/**
 * Kysely's SQLite dialect whose transactions wait for their turn without blocking. SQLite's own busy time-out blocks the whole
 * thread: when the lock is held by a second ledger of the same process, as after a hot reload, nothing could ever release it.
 */
export class PatientSqliteDialect extends SqliteDialect {
  override createDriver(): Driver {
    const driver = super.createDriver()
    const begin = driver.beginTransaction.bind(driver)
    driver.beginTransaction = async (connection, settings) => {
      const giveUpAt = performance.now() + PATIENCE_MS
      for (;;) {
        try {
          await begin(connection, settings)
          return
        } catch (error) {
          if (!isBusy(error) || performance.now() > giveUpAt) throw error
          await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
        }
      }
    }
    return driver
  }
}

/** SQLITE_BUSY and its relatives: the low byte of the result code is 5. */
function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: unknown } | null)?.errcode
  return typeof code === 'number' && (code & 0xff) === 5
}
