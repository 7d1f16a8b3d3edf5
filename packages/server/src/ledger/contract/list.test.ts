import { describe, expect, test } from 'vitest'

import { draft, move } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'
import type { Ledger, ListQuery } from '../ledger.ts'

async function fill(ledger: Ledger): Promise<void> {
  for (const n of [1, 2, 3, 4, 5, 6]) await ledger.prepare(draft(`a${n}`, { orderId: `A-${n}` }))
  await ledger.prepare(draft('live', { scope: 'live' }))
  for (const id of ['a1', 'a4']) await ledger.move(move(id, 'created', 'opened'))
  await ledger.move(move('a3', 'created', 'canceled'))
}

describe.each(CONTRACT_LEDGERS)('the list of the %s ledger', (_name, open) => {
  const ids = async (ledger: Ledger, query: Omit<ListQuery, 'scope'>): Promise<string[]> =>
    (await ledger.list({ scope: 'sandbox', ...query })).map((row) => row.id)

  test('is newest first and goes on where the last page ended', async () => {
    const ledger = open()
    await fill(ledger)
    const page = await ledger.list({ scope: 'sandbox', limit: 4 })
    expect(page.map((row) => row.id)).toEqual(['a6', 'a5', 'a4', 'a3'])
    expect(page[0]).toEqual(await ledger.find('a6'))
    expect(await ids(ledger, { limit: 4, before: page.at(-1)?.seq })).toEqual(['a2', 'a1'])
    expect(await ids(ledger, { limit: 4, before: 1 })).toEqual([])
  })

  test('shows one state, several, or none', async () => {
    const ledger = open()
    await fill(ledger)
    expect(await ids(ledger, { limit: 9, states: ['opened'] })).toEqual(['a4', 'a1'])
    expect(await ids(ledger, { limit: 9, states: ['opened', 'canceled', 'opened'] })).toEqual(['a4', 'a3', 'a1'])
    expect(await ids(ledger, { limit: 2, states: ['opened', 'canceled'] })).toEqual(['a4', 'a3'])
    const [, , , { seq } = { seq: 0 }] = await ledger.list({ scope: 'sandbox', limit: 4 })
    expect(await ids(ledger, { limit: 9, states: ['opened', 'canceled'], before: seq })).toEqual(['a1'])
    expect(await ids(ledger, { limit: 9, states: [] })).toEqual([])
    expect(await ids(ledger, { limit: 9, states: ['paid', 'unknown'] })).toEqual([])
  })
})
