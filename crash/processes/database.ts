/** A fresh ledger per run: a real PostgreSQL that lives as long as the driver, or a file. */
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where the ledger is, and how to take it away. */
export interface Database {
  readonly where: string
  close(): Promise<void>
}

const HOST = fileURLToPath(new URL('../../packages/server/src/testing/postgres-host.ts', import.meta.url))

/** Makes an empty database for a run. */
export async function openDatabase(engine: 'sqlite' | 'postgres'): Promise<Database> {
  return engine === 'postgres' ? startPostgres() : makeFile()
}

async function makeFile(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'payple-crash-'))
  return { where: join(folder, 'payple.db'), close: async () => rmSync(folder, { recursive: true, force: true }) }
}

async function startPostgres(): Promise<Database> {
  const host = fork(HOST, { execArgv: [] })
  const where = await new Promise<string>((resolve, reject) => {
    host.once('message', (said: { url?: string; failed?: string }) =>
      said.url === undefined ? reject(new Error(said.failed)) : resolve(said.url),
    )
    host.once('error', reject)
  })
  return {
    where,
    close: async () => {
      const over = new Promise((resolve) => host.once('exit', resolve))
      host.disconnect()
      await over
    },
  }
}
