import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { FILL, QUERIES, SETTLED } from '../../testing/ledger-queries.ts'
import type { Ledger } from '../ledger.ts'
import { sqliteLedger } from '../sqlite.ts'

let folder = ''
let ledger: Ledger
let raw: DatabaseSync
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'payple-ledger-'))
  ledger = sqliteLedger(join(folder, 'ledger.db'))
  raw = new DatabaseSync(join(folder, 'ledger.db'))
  raw.exec(`create temp table numbers as
    with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < ${SETTLED}) select n from numbers`)
  raw.exec(FILL)
})
afterAll(async () => {
  raw.close()
  await ledger.close()
  rmSync(folder, { recursive: true })
})

/** What SQLite does for a statement, one line per loop. */
const planOf = (sql: string): string[] =>
  raw
    .prepare(`explain query plan ${sql}`)
    .all()
    .map((step) => String(step['detail']))

/** What is asked for the first time: a ledger compiles a statement once, so each question gets a new one. */
async function compiled(ask: (ledger: Ledger) => Promise<unknown>): Promise<string[]> {
  const ledger = sqliteLedger(join(folder, 'ledger.db'))
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  await ask(ledger)
  const statements = prepare.mock.calls.map(([sql]) => sql)
  prepare.mockRestore()
  await ledger.close()
  return statements
}

test.each(QUERIES)('%s walks along an index', async (_name, ask) => {
  const statements = (await compiled(ask)).filter((sql) => /^(select|update)/.test(sql))
  expect(statements.length).toBeGreaterThan(0)
  for (const sql of statements) {
    const plan = planOf(sql)
    // The merged pages of a list are a temporary table of a few rows.
    const scans = plan.filter((step) => step.startsWith('SCAN') && !/^SCAN (page|CONSTANT ROW|\d+-ROW)/.test(step))
    expect(scans, `${sql}\n${plan.join('\n')}`).toEqual([])
  }
})

/** The plans of everything the work selects, without the lines that only say how they are put together. */
async function searchesOf(work: (ledger: Ledger) => Promise<unknown>): Promise<string[]> {
  const selects = (await compiled(work)).filter((sql) => sql.startsWith('select'))
  return selects.flatMap(planOf).filter((step) => /^SEARCH|TEMP B-TREE/.test(step))
}

test('what is due is read in the order of its index and leaves out everything settled', async () => {
  expect(await searchesOf((ledger) => ledger.due('live', 1, 20))).toEqual([
    expect.stringContaining('checkouts_watched'),
  ])
  expect(await searchesOf((ledger) => ledger.dueRefunds('live', 1, 20))).toEqual([
    expect.stringContaining('refunds_in_flight'),
  ])
  expect(await searchesOf((ledger) => ledger.takeWebhooks('live', 1, 2, 20))).toEqual([
    expect.stringContaining('webhooks_waiting'),
  ])
})

test('a list of states walks along each of them', async () => {
  const searches = await searchesOf((ledger) =>
    ledger.list({ scope: 'live', limit: 20, states: ['unknown', 'canceled'] }),
  )
  const byState = 'SEARCH checkouts USING INDEX checkouts_by_state (scope=? AND state=?)'
  expect(searches.filter((step) => step.startsWith('SEARCH'))).toEqual([byState, byState])
})
