import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, test } from 'vitest'

import type { CheckoutDraft } from './checkout-row.ts'
import { sqliteLedger } from './sqlite.ts'

const NOW = 1_800_000_000_000
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'payple-ledger-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const draft = (id: string): CheckoutDraft => ({
  id,
  scope: 'test',
  orderId: 'A-1',
  oid: `oid-${id}`,
  method: 'card',
  work: 'CERT',
  goods: 'x',
  amount: 1000,
  vat: null,
  createdAt: NOW,
  expiresAt: NOW + 1,
})

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

test('is opened durable, with the schema version in the file', () => {
  const path = join(folder, 'pragmas.db')
  void sqliteLedger(path)
  const raw = new DatabaseSync(path)
  expect(raw.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(raw.prepare('pragma user_version').get()).toEqual({ user_version: 1 })
})

test('the database itself refuses a second live attempt, a changed event and an orphan', async () => {
  const path = join(folder, 'rules.db')
  const ledger = sqliteLedger(path)
  await ledger.prepare(draft('a'))
  await ledger.prepare({ ...draft('b'), amount: 2 })
  await ledger.close()
  const raw = new DatabaseSync(path)
  raw.exec("update checkouts set state = 'paid' where id = 'a'")
  expect(() => raw.exec("update checkouts set state = 'approving' where id = 'b'")).toThrow('UNIQUE')
  raw.exec("update checkouts set state = 'unknown', void_reason = 'duplicate' where id = 'b'")
  expect(() => raw.exec("update events set name = 'x'")).toThrow('append-only')
  expect(() => raw.exec('delete from events')).toThrow('append-only')
  expect(() => raw.exec("delete from checkouts where id = 'a'")).toThrow('FOREIGN KEY')
  expect(() => raw.exec("update checkouts set state = 'nonsense' where id = 'b'")).toThrow('CHECK')
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
