import { describe, expect, test } from 'vitest'

import { NOW } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'
import type { AttentionRow } from '../attention-row.ts'

type Draft = Pick<AttentionRow, 'scope' | 'kind' | 'subject' | 'orderId' | 'detail' | 'raisedAt'>

const entry = (subject: string, change: Partial<Draft> = {}): Draft => ({
  scope: 'sandbox',
  kind: 'payment-in-doubt',
  subject,
  orderId: 'A-1',
  detail: null,
  raisedAt: NOW,
  ...change,
})

describe.each(CONTRACT_LEDGERS)('the attention list of the %s ledger', (_name, open) => {
  test('holds one open entry per kind and subject', async () => {
    const ledger = open()
    expect(await ledger.raiseAttention(entry('a'))).toBe(true)
    expect(await ledger.raiseAttention(entry('a', { raisedAt: NOW + 1 }))).toBe(false)
    expect(await ledger.raiseAttention(entry('a', { kind: 'undelivered' }))).toBe(true)
    expect(await ledger.raiseAttention(entry('a', { scope: 'live' }))).toBe(true)
    expect(await ledger.raiseAttention(entry('b', { orderId: null, detail: 'x' }))).toBe(true)
    const list = await ledger.openAttention('sandbox', 10)
    expect(list[0]).toEqual({
      ...entry('b', { orderId: null, detail: 'x' }),
      seq: list[0]?.seq,
      toldAt: null,
      closedAt: null,
      note: null,
    })
    expect(list.map((row) => row.subject)).toEqual(['b', 'a', 'a'])
    expect((await ledger.openAttention('sandbox', 2)).map((row) => row.subject)).toEqual(['b', 'a'])
    expect((await ledger.openAttention('sandbox', 10, list[0]?.seq)).map((row) => row.subject)).toEqual(['a', 'a'])
    expect((await ledger.counts('sandbox')).attention).toBe(3)
  })

  test('a closed entry is gone, and the same may be raised again', async () => {
    const ledger = open()
    await ledger.raiseAttention(entry('a'))
    await ledger.raiseAttention(entry('a', { kind: 'undelivered' }))
    await ledger.raiseAttention(entry('b'))
    expect(await ledger.closeAttention('sandbox', 'a', NOW + 1, 'done')).toBe(2)
    expect(await ledger.closeAttention('sandbox', 'a', NOW + 2, 'again')).toBe(0)
    expect(await ledger.closeAttention('live', 'b', NOW + 2, 'elsewhere')).toBe(0)
    expect((await ledger.openAttention('sandbox', 10)).map((row) => row.subject)).toEqual(['b'])
    expect(await ledger.raiseAttention(entry('a'))).toBe(true)
    expect((await ledger.counts('sandbox')).attention).toBe(2)
  })

  test('tells of each entry once, and again when telling failed', async () => {
    const ledger = open()
    for (const subject of ['a', 'b', 'c']) await ledger.raiseAttention(entry(subject))
    await ledger.closeAttention('sandbox', 'c', NOW, 'gone before anybody was told')
    const take = async (limit = 10): Promise<string[]> =>
      (await ledger.takeUntold('sandbox', NOW + 5, limit)).map((row) => row.subject)
    expect(await take(1)).toEqual(['a'])
    const [b] = await ledger.takeUntold('sandbox', NOW + 5, 10)
    expect(b).toMatchObject({ subject: 'b', toldAt: NOW + 5 })
    expect(await take()).toEqual([])
    await ledger.markUntold(b?.seq ?? 0)
    expect(await take()).toEqual(['b'])
  })

  test('many at once: one entry, told by one', async () => {
    const ledger = open()
    const raised = await Promise.all(Array.from({ length: 8 }, () => ledger.raiseAttention(entry('a'))))
    expect(raised.filter(Boolean)).toHaveLength(1)
    const told = await Promise.all(Array.from({ length: 8 }, () => ledger.takeUntold('sandbox', NOW, 10)))
    expect(told.flat()).toHaveLength(1)
  })
})
