import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'

import { draft, move, NOW } from '../../testing/ledger-drafts.ts'
import { sqliteLedger } from '../sqlite.ts'

const STEP_1_FILE = readFileSync(new URL('../../testing/fixtures/ledger-step-1.sql', import.meta.url), 'utf8')

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'payple-ledger-'))
  path = join(folder, 'ledger.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

type Row = Record<string, unknown>
const rowsOf = (table: string): Row[] => {
  const raw = new DatabaseSync(path)
  const rows = raw.prepare(`select * from ${table} order by rowid`).all()
  raw.close()
  return rows
}

function writeStep1(more = ''): void {
  const raw = new DatabaseSync(path)
  raw.exec(STEP_1_FILE + more)
  raw.close()
}

test('a file of step 1 opens with the current schema and loses nothing', async () => {
  writeStep1()
  const tables = ['checkouts', 'events', 'outbox', 'billing_keys']
  const before = new Map(tables.map((table) => [table, rowsOf(table)]))
  await sqliteLedger(path).close()
  for (const table of tables) {
    const after = rowsOf(table)
    // The one column that went stays in the history.
    const kept = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'charged_oid'))
    const known = (before.get(table) ?? []).map(kept)
    expect(known.length, table).toBeGreaterThan(0)
    expect(after.slice(0, known.length), table).toEqual(known.map((row) => expect.objectContaining(row)))
    expect(after.length, table).toBe(known.length + (table === 'events' ? 1 : 0))
  }
  expect(rowsOf('events').at(-1)).toMatchObject({
    checkout_id: 'co_mismatch_voided',
    name: 'charged_oid',
    from_state: 'mismatch_voided',
    to_state: 'mismatch_voided',
    detail: '{"oid":"oid-other"}',
  })
})

test('what was in doubt, waiting or sealed before goes on afterwards', async () => {
  writeStep1()
  const ledger = sqliteLedger(path)
  const T = 1_763_731_800_000
  expect(await ledger.find('co_paid')).toMatchObject({ payType: 'card', refundedTotal: 0, idempotencyKey: null })
  expect((await ledger.due('live', T + 900, 9)).map((row) => row.id)).toEqual(['co_duplicate', 'co_opened'])
  expect((await ledger.due('sandbox', T + 30_000, 9)).map((row) => row.id)).toEqual(['co_approving', 'co_unknown'])
  expect(await ledger.undelivered('test', 9)).toEqual(['co_paid'])
  expect(await ledger.takeMessage('co_opened', 10, 20)).toMatchObject({ seq: 3, payload: '{"n":3}', attempts: 5 })
  expect(await ledger.findBillingKey('test', ['f1'])).toMatchObject({ id: 'bk_1', payType: 'card', removedAt: null })
  // New rows are newer than the old ones, and an order that was paid stays taken.
  expect((await ledger.prepare(draft('n', { createdAt: NOW }))).row.seq).toBe(12)
  expect((await ledger.prepare(draft('o', { scope: 'test', orderId: 'A-4' }))).kind).toBe('live')
  expect(await ledger.move(move('co_paid', 'paid', 'partially_refunded', { set: { refundedTotal: 1 } }))).toBe('moved')
  await ledger.close()
})

test('a step that would leave an orphan changes nothing', () => {
  writeStep1("pragma foreign_keys = off; insert into outbox (checkout_id, payload, created_at) values ('x', '', 1);")
  expect(() => sqliteLedger(path)).toThrow(expect.objectContaining({ code: 'LEDGER_UNUSABLE' }))
  expect(rowsOf('outbox')).toHaveLength(4)
  expect(rowsOf('pragma_user_version')).toEqual([{ user_version: 1 }])
})
