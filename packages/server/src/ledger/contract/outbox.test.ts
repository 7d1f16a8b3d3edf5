import { describe, expect, test } from 'vitest'

import { draft, move, NOW } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'

describe.each(CONTRACT_LEDGERS)('outbox of the %s ledger', (_name, open) => {
  test('messages go out oldest first, one at a time, until delivered', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.move(move('a', 'created', 'opened', { message: { payload: '1' } }))
    await ledger.move(move('a', 'opened', 'canceled', { message: { payload: '2' } }))
    expect(await ledger.undelivered('sandbox', 10)).toEqual(['a'])
    expect((await ledger.counts('sandbox')).undelivered).toBe(2)

    const first = await ledger.takeMessage('a', NOW, NOW + 100)
    expect(first).toMatchObject({ payload: '1', attempts: 1, checkoutId: 'a' })
    expect(await ledger.takeMessage('a', NOW + 99, NOW + 200)).toBeUndefined()
    await ledger.closeMessage(first?.seq ?? 0, 'failed', NOW)
    expect(await ledger.takeMessage('a', NOW, NOW + 100)).toMatchObject({ payload: '1', attempts: 2 })
    expect(await ledger.takeMessage('a', NOW + 100, NOW + 200)).toMatchObject({ payload: '1', attempts: 3 })
    await ledger.closeMessage(first?.seq ?? 0, 'delivered', NOW)
    const second = await ledger.takeMessage('a', NOW, NOW + 100)
    expect(second).toMatchObject({ payload: '2' })
    await ledger.closeMessage(second?.seq ?? 0, 'delivered', NOW)
    expect(await ledger.takeMessage('a', NOW, NOW + 100)).toBeUndefined()
    expect(await ledger.undelivered('sandbox', 10)).toEqual([])
  })

  test('attempts wait in the order of their oldest message, each environment for itself', async () => {
    const ledger = open()
    const tell = { message: { payload: '1' } }
    await ledger.prepare(draft('a'))
    await ledger.prepare(draft('b', { orderId: 'A-2' }))
    await ledger.prepare(draft('c', { scope: 'live' }))
    await ledger.move(move('b', 'created', 'opened', tell))
    await ledger.move(move('a', 'created', 'opened', tell))
    await ledger.move(move('c', 'created', 'opened', tell))
    await ledger.move(move('b', 'opened', 'canceled', tell))
    expect(await ledger.undelivered('sandbox', 10)).toEqual(['b', 'a'])
    expect(await ledger.undelivered('sandbox', 1)).toEqual(['b'])
    expect(await ledger.undelivered('live', 10)).toEqual(['c'])
    expect((await ledger.counts('sandbox')).undelivered).toBe(3)
  })

  test('a delivered message cannot be given back', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.move(move('a', 'created', 'opened', { message: { payload: '1' } }))
    const seq = (await ledger.takeMessage('a', NOW, NOW + 1))?.seq ?? 0
    await ledger.closeMessage(seq, 'delivered', NOW)
    await ledger.closeMessage(seq, 'failed', NOW)
    await ledger.closeMessage(99, 'delivered', NOW)
    expect(await ledger.takeMessage('a', NOW + 9, NOW + 99)).toBeUndefined()
  })

  test('many takers at once: one gets the message', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.move(move('a', 'created', 'opened', { message: { payload: '1' } }))
    await ledger.move(move('a', 'opened', 'canceled', { message: { payload: '2' } }))
    const taken = await Promise.all(Array.from({ length: 8 }, () => ledger.takeMessage('a', NOW, NOW + 100)))
    expect(taken.filter((message) => message !== undefined)).toMatchObject([{ payload: '1' }])
  })
})
