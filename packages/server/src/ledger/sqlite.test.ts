import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { draft, NOW, paid, refund, STARTED } from '../testing/ledger-drafts.ts'
import type { Ledger } from './ledger.ts'
import { sqliteLedger } from './sqlite.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'payple-ledger-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('a file survives its process and is shared by two', async () => {
  const path = join(folder, 'shared.db')
  const first = sqliteLedger(path)
  await first.prepare(draft('a'))
  const second = sqliteLedger(path)
  const event = { name: 'approving', actor: 'callback' } as const
  const claim = { id: 'a', from: ['created'], to: 'approving', at: NOW, event } as const
  const claims = await Promise.all([first.move(claim), second.move(claim), first.move(claim), second.move(claim)])
  expect(claims.filter((moved) => moved === 'moved')).toHaveLength(1)
  await first.close()
  expect(await second.find('a')).toMatchObject({ state: 'approving' })
  await second.close()
  const third = sqliteLedger(path)
  expect((await third.events('a')).map((each) => each.name)).toEqual(['created', 'approving'])
  await third.close()
})

test.each<[string, (ledger: Ledger) => Promise<unknown>]>([
  ['prepare', (ledger) => ledger.prepare(draft('b'))],
  ['note', (ledger) => ledger.note('a', NOW, STARTED)],
  ['closeMessage', (ledger) => ledger.closeMessage(1, 'failed', NOW)],
  ['closeWebhook', (ledger) => ledger.closeWebhook({ seq: 1, repeats: 0 }, NOW, { result: 'x' })],
  ['removeBillingKey', (ledger) => ledger.removeBillingKey('x', NOW, 'merchant')],
  ['markUntold', (ledger) => ledger.markUntold(1)],
  ['closeAttention', (ledger) => ledger.closeAttention('test', 'x', NOW, 'x')],
  [
    'receiveWebhook',
    (ledger) => ledger.receiveWebhook({ scope: 'test', kind: 'payment', digest: 'd', facts: {}, receivedAt: NOW }),
  ],
  [
    'raiseAttention',
    (ledger) =>
      ledger.raiseAttention({
        scope: 'test',
        kind: 'undelivered',
        subject: 'x',
        orderId: null,
        detail: null,
        raisedAt: NOW,
      }),
  ],
])('%s waits while another process writes', async (name, write) => {
  const path = join(folder, `${name}.db`)
  const ledger = sqliteLedger(path)
  await ledger.prepare(draft('a'))
  const other = new DatabaseSync(path)
  other.exec('begin immediate')
  let waits = true
  const written = write(ledger).finally(() => {
    waits = false
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(waits).toBe(true)
  other.exec('commit')
  other.close()
  await written
  await ledger.close()
})

test('is opened durable, with the schema version in the file', async () => {
  const path = join(folder, 'pragmas.db')
  const ledger = sqliteLedger(path)
  await ledger.ready()
  const raw = new DatabaseSync(path)
  expect(raw.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(raw.prepare('pragma user_version').get()).toEqual({ user_version: 3 })
  raw.close()
  await ledger.close()
})

test('the database itself refuses a second live attempt, a second refund, a changed event and an orphan', async () => {
  const path = join(folder, 'rules.db')
  const ledger = sqliteLedger(path)
  await ledger.prepare(draft('b', { amount: 2 }))
  await paid(ledger)
  await ledger.startRefund(refund('r'), STARTED)
  await ledger.close()
  const raw = new DatabaseSync(path)
  const expectRefusal = (sql: string, reason: string): void => expect(() => raw.exec(sql), sql).toThrow(reason)
  expectRefusal("update checkouts set state = 'approving' where id = 'b'", 'UNIQUE')
  raw.exec("update checkouts set state = 'unknown', void_reason = 'duplicate' where id = 'b'")
  expectRefusal("update checkouts set refunded_total = 1001 where id = 'a'", 'CHECK')
  expectRefusal("update checkouts set state = 'nonsense' where id = 'b'", 'CHECK')
  const columns = 'scope, checkout_id, amount, state, request_hash, refunded_before, created_at, updated_at'
  expectRefusal(
    `insert into refunds (id, idempotency_key, ${columns}) select 's', 's', ${columns} from refunds`,
    'UNIQUE',
  )
  expectRefusal("update events set name = 'x'", 'append-only')
  expectRefusal('delete from events', 'append-only')
  expectRefusal("delete from checkouts where id = 'a'", 'FOREIGN KEY')
  raw.close()
})

test('refuses a file of a newer version, a file that is no database, and a folder that does not exist', () => {
  const newer = join(folder, 'newer.db')
  const raw = new DatabaseSync(newer)
  raw.exec('pragma user_version = 99')
  raw.close()
  expect(() => sqliteLedger(newer)).toThrow(expect.objectContaining({ code: 'LEDGER_TOO_NEW' }))
  const text = join(folder, 'text.db')
  writeFileSync(text, 'this is not a database, not even a small one'.repeat(100))
  expect(() => sqliteLedger(text)).toThrow(expect.objectContaining({ code: 'LEDGER_UNUSABLE' }))
  expect(() => sqliteLedger(join(folder, 'nowhere', 'x.db'))).toThrow(
    expect.objectContaining({ code: 'LEDGER_UNUSABLE' }),
  )
})
