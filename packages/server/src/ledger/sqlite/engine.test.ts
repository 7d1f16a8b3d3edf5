import { DatabaseSync } from 'node:sqlite'
import { expect, test, vi } from 'vitest'

import { draft } from '../../testing/ledger-drafts.ts'
import { sqliteLedger } from '../sqlite.ts'

test('a statement is compiled once, whatever it is asked about', async () => {
  const ledger = sqliteLedger(':memory:')
  await ledger.prepare(draft('a'))
  await ledger.find('a')
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  await ledger.prepare(draft('b', { orderId: 'another' }))
  expect([await ledger.find('a'), await ledger.find('b')]).toMatchObject([{ id: 'a' }, { id: 'b' }])
  expect(prepare).not.toHaveBeenCalled()
  prepare.mockRestore()
  await ledger.close()
})

test('lists of many lengths do not pile up for ever', async () => {
  const ledger = sqliteLedger(':memory:')
  const ask = (length: number): Promise<unknown> =>
    ledger.findBillingKey(
      'test',
      Array.from({ length }, (_, n) => `f${n}`),
    )
  for (let length = 1; length <= 501; length += 1) expect(await ask(length)).toBeUndefined()
  const prepare = vi.spyOn(DatabaseSync.prototype, 'prepare')
  await ask(501)
  expect(prepare).not.toHaveBeenCalled()
  await ask(1)
  expect(prepare).toHaveBeenCalledOnce()
  prepare.mockRestore()
  await ledger.close()
})
