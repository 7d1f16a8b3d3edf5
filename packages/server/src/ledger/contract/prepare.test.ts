import { describe, expect, test } from 'vitest'

import { AUTH, draft, link, move, NOW, paid, STARTED, stateOf } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'
import type { CheckoutDraft, CheckoutRow, CheckoutState } from '../checkout-row.ts'

describe.each(CONTRACT_LEDGERS)('preparing in the %s ledger', (_name, open) => {
  test('inserts a row with every column and its first event', async () => {
    const ledger = open()
    const { kind, row } = await ledger.prepare(draft('a', { vat: 91 }))
    expect(kind).toBe('new')
    expect(row).toEqual(await ledger.find('a'))
    expect(row).toMatchObject({
      id: 'a',
      orderId: 'A-1',
      state: 'created',
      vat: 91,
      checks: 0,
      claimToken: null,
    } satisfies Partial<CheckoutRow>)
    expect(await ledger.events('a')).toEqual([
      { checkoutId: 'a', at: NOW, name: 'created', actor: 'prepare', from: null, to: 'created' },
    ])
    expect(await ledger.find('nobody')).toBeUndefined()
    await ledger.close()
  })

  test('preparing again returns the open attempt until something about it changes', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    expect(await ledger.prepare(draft('b'))).toMatchObject({ kind: 'open', row: { id: 'a' } })
    await ledger.move(move('a', 'created', 'opened'))
    expect(await ledger.prepare(draft('b'))).toMatchObject({ kind: 'open', row: { id: 'a' } })
    expect(await ledger.prepare(draft('c', { amount: 2000 }))).toMatchObject({ kind: 'new', row: { id: 'c' } })
    expect(await stateOf(ledger, 'a')).toBe('expired')
    expect((await ledger.attempts('sandbox', 'A-1')).map((row) => row.id)).toEqual(['c', 'a'])
  })

  test.each<[string, Partial<CheckoutDraft>]>([
    ['amount', { amount: 2000 }],
    ['goods', { goods: '케이스' }],
    ['method', { method: 'app-card' }],
    ['work', { work: 'PAY' }],
    ['VAT', { vat: 10 }],
    ['time', { createdAt: NOW + 600_000, expiresAt: NOW + 1_200_000 }],
  ])('another %s replaces the open attempt', async (_what, change) => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    expect(await ledger.prepare(draft('b', change))).toMatchObject({ kind: 'new', row: { id: 'b' } })
    expect(await stateOf(ledger, 'a')).toBe('expired')
    expect((await ledger.events('a')).at(-1)).toMatchObject({ name: 'replaced', from: 'created', to: 'expired' })
  })

  test('orders, environments and registrations do not disturb each other', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.prepare(draft('b', { orderId: 'A-2' }))
    await ledger.prepare(draft('c', { scope: 'live' }))
    await ledger.prepare(draft('d', AUTH))
    const states = await Promise.all(['a', 'b', 'c', 'd'].map((id) => stateOf(ledger, id)))
    expect(states).toEqual(['created', 'created', 'created', 'created'])
    expect((await ledger.attempts('live', 'A-1')).map((row) => row.id)).toEqual(['c'])
  })

  test.each<CheckoutState>(['approving', 'unknown', 'paid'])(
    'an order with an attempt that is %s gets no second one',
    async (state) => {
      const ledger = open()
      await ledger.prepare(draft('a'))
      await ledger.move(move('a', 'created', 'approving'))
      if (state !== 'approving') await ledger.move(move('a', 'approving', state))
      expect(await ledger.prepare(draft('b', { amount: 5 }))).toMatchObject({ kind: 'live', row: { id: 'a', state } })
      expect(await ledger.find('b')).toBeUndefined()
      const card = draft('c', AUTH)
      expect((await ledger.prepare(card)).kind).toBe('new')
    },
  )

  test.each(['partially_refunded', 'refunded'] as const)('an order that is %s keeps its place', async (state) => {
    const ledger = open()
    await paid(ledger)
    await ledger.move(move('a', 'paid', state, { set: { refundedTotal: state === 'refunded' ? 1000 : 1 } }))
    expect(await ledger.prepare(draft('b'))).toMatchObject({ kind: 'live', row: { id: 'a', state } })
  })

  test('a link is neither handed out as a window nor ended by one', async () => {
    const ledger = open()
    await ledger.start(link('l'), STARTED)
    expect(await ledger.prepare(draft('a', { work: 'PAY' }))).toMatchObject({ kind: 'new', row: { id: 'a' } })
    expect(await stateOf(ledger, 'l')).toBe('opened')
  })

  test('many at once make one attempt', async () => {
    const ledger = open()
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => ledger.prepare(draft(`a${n}`))))
    expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(new Set(all.map(({ row }) => row.id)).size).toBe(1)
  })
})
