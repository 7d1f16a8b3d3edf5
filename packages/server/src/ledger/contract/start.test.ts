import { describe, expect, test } from 'vitest'

import { charge, draft, link, move, NOW, paid, STARTED, stateOf } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'

describe.each(CONTRACT_LEDGERS)('charges and links in the %s ledger', (_name, open) => {
  test('a charge is claimed from its first moment and writes its own first event', async () => {
    const ledger = open()
    const { kind, row } = await ledger.start(charge('c', { billingKeyId: 'bk_1', guardMonth: '202611' }), STARTED)
    expect(kind).toBe('new')
    expect(row).toEqual(await ledger.find('c'))
    expect(row).toMatchObject({
      state: 'approving',
      work: 'CHARGE',
      claimToken: 't',
      claimUntil: NOW + 100,
      attemptedAt: NOW,
      billingKeyId: 'bk_1',
      guardMonth: '202611',
      idempotencyKey: 'c',
      requestHash: 'h',
      refundedTotal: 0,
    })
    expect(await ledger.events('c')).toEqual([
      { checkoutId: 'c', at: NOW, name: 'started', actor: 'merchant', from: null, to: 'approving' },
    ])
    expect(await ledger.move(move('c', 'approving', 'paid', { token: 'other' }))).toBe('stale')
    expect(await ledger.move(move('c', 'approving', 'paid', { token: 't' }))).toBe('moved')
  })

  test('an idempotency key finds what it was first used for, whatever became of it', async () => {
    const ledger = open()
    await ledger.start(charge('c', { idempotencyKey: 'k' }), STARTED)
    await ledger.move(move('c', 'approving', 'declined'))
    const again = charge('d', { idempotencyKey: 'k', orderId: 'A-2', requestHash: 'other' })
    expect(await ledger.start(again, STARTED)).toMatchObject({ kind: 'same', row: { id: 'c', requestHash: 'h' } })
    expect((await ledger.start({ ...again, scope: 'live' }, STARTED)).kind).toBe('new')
    expect(await ledger.attempts('sandbox', 'A-2')).toEqual([])
  })

  test('neither is started while the order is paid or may be', async () => {
    const ledger = open()
    await ledger.start(charge('c'), STARTED)
    expect(await ledger.start(charge('d'), STARTED)).toMatchObject({ kind: 'live', row: { id: 'c' } })
    expect(await ledger.start(link('l'), STARTED)).toMatchObject({ kind: 'live', row: { id: 'c' } })
    expect(await ledger.prepare(draft('w'))).toMatchObject({ kind: 'live', row: { id: 'c' } })
    await ledger.move(move('c', 'approving', 'declined'))
    expect((await ledger.start(charge('e'), STARTED)).kind).toBe('new')
  })

  test('an open window is left alone and finds the place taken', async () => {
    const ledger = open()
    await ledger.prepare(draft('w'))
    await ledger.start(charge('c'), STARTED)
    expect(await stateOf(ledger, 'w')).toBe('created')
    expect(await ledger.move(move('w', 'created', 'approving'))).toBe('order-busy')
  })

  test('a link takes no place until it is paid', async () => {
    const ledger = open()
    expect((await ledger.start(link('l', { nextCheckAt: NOW + 5 }), STARTED)).row.nextCheckAt).toBe(NOW + 5)
    await ledger.move(move('l', 'opened', 'opened', { set: { linkUrl: 'https://link.test/1' } }))
    expect((await ledger.start(link('m'), STARTED)).kind).toBe('new')
    await paid(ledger, 'w')
    expect(await ledger.move(move('l', 'opened', 'approving'))).toBe('order-busy')
    expect(await ledger.find('l')).toMatchObject({ state: 'opened', linkUrl: 'https://link.test/1' })
  })

  test('a hundred at once with one key start one', async () => {
    const ledger = open()
    const all = await Promise.all(
      Array.from({ length: 100 }, (_, n) => ledger.start(charge(`c${n}`, { idempotencyKey: 'k' }), STARTED)),
    )
    expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(all.filter(({ kind }) => kind === 'same')).toHaveLength(99)
    expect(new Set(all.map(({ row }) => row.id)).size).toBe(1)
  })
})
