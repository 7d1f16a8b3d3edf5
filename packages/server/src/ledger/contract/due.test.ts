import { describe, expect, test } from 'vitest'

import { draft, move, NOW } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'

describe.each(CONTRACT_LEDGERS)('what is due in the %s ledger', (_name, open) => {
  test('doubts nobody works on, and silent windows whose time has come', async () => {
    const ledger = open()
    await ledger.prepare(draft('claimed', { orderId: '1' }))
    await ledger.move(
      move('claimed', 'created', 'approving', { set: { claimToken: 'x', claimUntil: NOW + 100, attemptedAt: NOW } }),
    )
    await ledger.prepare(draft('doubt', { orderId: '2' }))
    await ledger.move(move('doubt', 'created', 'approving'))
    await ledger.move(
      move('doubt', 'approving', 'unknown', { set: { nextCheckAt: NOW + 9_999, attemptedAt: NOW - 5 } }),
    )
    await ledger.prepare(draft('silent', { orderId: '3', work: 'PAY' }))
    await ledger.move(move('silent', 'created', 'opened', { set: { nextCheckAt: NOW + 50 } }))
    await ledger.prepare(draft('quiet', { orderId: '4' }))
    await ledger.move(move('quiet', 'created', 'opened'))
    const due = async (now: number): Promise<string[]> => (await ledger.due('sandbox', now, 10)).map((row) => row.id)
    expect(await due(NOW)).toEqual(['doubt'])
    expect(await due(NOW + 50)).toEqual(['silent', 'doubt'])
    expect(await due(NOW + 100)).toEqual(['claimed', 'silent', 'doubt'])
    expect(await ledger.due('sandbox', NOW + 100, 1)).toHaveLength(1)
    expect(await ledger.due('live', NOW + 100, 10)).toEqual([])
    expect(await ledger.counts('sandbox')).toMatchObject({ inDoubt: 2, oldestDoubtAt: NOW - 5 })
    expect(await ledger.counts('live')).toMatchObject({ inDoubt: 0, oldestDoubtAt: null })
  })
})
