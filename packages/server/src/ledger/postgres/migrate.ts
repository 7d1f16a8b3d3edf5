import { PaypleIntegrationError } from '@payple-kit/core'

import { POSTGRES_STEPS } from './migrations.ts'
import { NUMBERS, openSession } from './pool.ts'
import type { PostgresPool, Session } from './pool.ts'

/** Of all processes that start at the same time, one migrates. The number means nothing and must stay. */
const LOCK = 7_272_017

/** A process that hangs half-way must not keep all others from starting. */
const BEGIN = `begin isolation level read committed; set local idle_in_transaction_session_timeout = '60s'`

/**
 * Brings the schema up to date: all steps that are missing in one transaction, under a lock.
 *
 * @throws PaypleIntegrationError `LEDGER_TOO_NEW`, `LEDGER_UNUSABLE`
 */
export async function migrate(pool: PostgresPool, schema: string): Promise<void> {
  try {
    const session = await openSession(pool)
    try {
      await session.query({ text: BEGIN })
      await upgrade(session, schema)
      await session.query({ text: 'commit' })
      session.release()
    } catch (error) {
      // Closing the connection undoes everything, also when it is too broken for a rollback.
      session.release(true)
      throw error
    }
  } catch (error) {
    if (error instanceof PaypleIntegrationError) throw error
    throw new PaypleIntegrationError(
      'LEDGER_UNUSABLE',
      `postgresLedger: schema "${schema}" cannot be used as a ledger (${reasonOf(error)}). The server must be reachable, and the user must own the schema or be allowed to create it.`,
    )
  }
}

async function upgrade(session: Session, schema: string): Promise<void> {
  await session.query({ text: `select pg_advisory_xact_lock(${LOCK})` })
  const version = await versionOf(session, schema)
  if (version > POSTGRES_STEPS.length) {
    throw new PaypleIntegrationError(
      'LEDGER_TOO_NEW',
      `postgresLedger: "${schema}" has schema ${version}; this version of the package knows ${POSTGRES_STEPS.length}. Upgrade the package.`,
    )
  }
  // Nothing is asked of the database that a user without the right to create tables may not do, once they are there.
  if (version === POSTGRES_STEPS.length) return
  if (!(await exists(session, 'select 1 from pg_namespace where nspname = $1', [schema])))
    await session.query({ text: `create schema "${schema}"` })
  await session.query({ text: `set local search_path to "${schema}"` })
  if (version === 0) {
    await session.query({ text: 'create table ledger_version (version integer not null)' })
    await session.query({ text: 'insert into ledger_version values (0)' })
  }
  for (const step of POSTGRES_STEPS.slice(version)) await session.query({ text: step })
  await session.query({ text: `update ledger_version set version = ${POSTGRES_STEPS.length}` })
}

/** 0 for a schema that holds no ledger yet. */
async function versionOf(session: Session, schema: string): Promise<number> {
  const table = `"${schema}".ledger_version`
  if (!(await exists(session, 'select 1 where to_regclass($1) is not null', [table]))) return 0
  const { rows } = await session.query({ text: `select version from ${table}`, types: NUMBERS })
  const [row] = rows as { version: number }[]
  return row?.version ?? 0
}

async function exists(session: Session, text: string, values: unknown[]): Promise<boolean> {
  return (await session.query({ text, values })).rows.length > 0
}

/** A code, never a message: messages of a driver may quote the connection string, and its password with it. */
function reasonOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown }
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown'
}
