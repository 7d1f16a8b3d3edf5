import { describe, expect, test } from 'vitest'

import { LEDGERS } from '../testing/ledgers.ts'
import type { CheckoutDraft, CheckoutRow, CheckoutState } from './checkout-row.ts'
import type { Change, Ledger, SealedBillingKey } from './ledger.ts'

const NOW = 1_800_000_000_000

function draft(id: string, change: Partial<CheckoutDraft> = {}): CheckoutDraft {
  return {
    id,
    scope: 'sandbox',
    orderId: 'A-1',
    oid: `oid-${id}`,
    method: 'card',
    work: 'CERT',
    goods: '휴대폰',
    amount: 1000,
    vat: null,
    createdAt: NOW,
    expiresAt: NOW + 600_000,
    ...change,
  }
}

const move = (id: string, from: CheckoutState, to: CheckoutState, more: Partial<Change> = {}): Change => ({
  id,
  from: [from],
  to,
  at: NOW,
  event: { name: to, actor: 'callback' },
  ...more,
})

async function stateOf(ledger: Ledger, id: string): Promise<CheckoutState | undefined> {
  return (await ledger.find(id))?.state
}

describe.each(LEDGERS)('%s ledger', (_name, open) => {
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
    await ledger.prepare(draft('d', { method: 'register-card', work: 'AUTH', amount: 0 }))
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
      const card = draft('c', { method: 'register-card', work: 'AUTH', amount: 0 })
      expect((await ledger.prepare(card)).kind).toBe('new')
    },
  )

  test('a change happens only from the expected state', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    expect(await ledger.move(move('a', 'opened', 'canceled'))).toBe('stale')
    expect(await ledger.move(move('nobody', 'created', 'opened'))).toBe('stale')
    expect(await ledger.move(move('a', 'created', 'opened'))).toBe('moved')
    expect((await ledger.events('a')).map((event) => event.name)).toEqual(['created', 'opened'])
  })

  test('an illegal transition is refused whatever the state', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await expect(ledger.move(move('a', 'paid', 'declined'))).rejects.toThrow('paid → declined')
    await expect(ledger.move(move('a', 'created', 'paid'))).rejects.toThrow('created → paid')
    expect(await stateOf(ledger, 'a')).toBe('created')
  })

  test('one attempt per order may be live', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.prepare(draft('b', { amount: 2 }))
    await ledger.move(move('b', 'created', 'approving'))
    expect(await ledger.move(move('a', 'expired', 'approving'))).toBe('order-busy')
    await ledger.move(move('b', 'approving', 'paid'))
    expect(await ledger.move(move('a', 'expired', 'approving'))).toBe('order-busy')
    expect((await ledger.events('a')).map((event) => event.name)).toEqual(['created', 'replaced'])
  })

  test('a second charge on its way back does not hold the place and does not lose it', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.prepare(draft('b', { amount: 2 }))
    await ledger.move(move('b', 'created', 'approving'))
    expect(await ledger.move(move('a', 'expired', 'unknown', { set: { voidReason: 'duplicate' } }))).toBe('moved')
    expect(await ledger.move(move('b', 'approving', 'declined'))).toBe('moved')
    expect((await ledger.prepare(draft('c', { amount: 2 }))).kind).toBe('new')
    expect(await ledger.move(move('a', 'unknown', 'mismatch_voided'))).toBe('moved')
  })

  test('a claim keeps others off until it is over or given back', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    const claim = (token: string, at: number): Change =>
      move('a', 'created', 'created', { at, unclaimed: true, set: { claimToken: token, claimUntil: at + 100 } })
    expect(await ledger.move(claim('x', NOW))).toBe('moved')
    expect(await ledger.move(claim('y', NOW + 99))).toBe('stale')
    expect(await ledger.move(move('a', 'created', 'opened', { token: 'y' }))).toBe('stale')
    expect(await ledger.move(claim('y', NOW + 100))).toBe('moved')
    expect(await ledger.move(move('a', 'created', 'opened', { token: 'x' }))).toBe('stale')
    expect(await ledger.move(move('a', 'created', 'opened', { token: 'y' }))).toBe('moved')
  })

  test('"newest" counts later attempts of the same kind only', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.move(move('a', 'created', 'canceled'))
    await ledger.prepare(draft('r', { method: 'register-card', work: 'AUTH', amount: 0 }))
    await ledger.prepare(draft('o', { orderId: 'A-2' }))
    expect(await ledger.move(move('a', 'canceled', 'canceled', { newest: true, set: { checks: 1 } }))).toBe('moved')
    await ledger.prepare(draft('b'))
    expect(await ledger.move(move('a', 'canceled', 'approving', { newest: true }))).toBe('stale')
  })

  test('concurrent claims: one wins', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    const claims = Array.from({ length: 8 }, (_, n) =>
      ledger.move(
        move('a', 'created', 'approving', { unclaimed: true, set: { claimToken: `t${n}`, claimUntil: NOW + 100 } }),
      ),
    )
    expect((await Promise.all(claims)).filter((moved) => moved === 'moved')).toHaveLength(1)
  })

  test('finds what is due: doubts nobody works on, and silent windows whose time has come', async () => {
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
    expect(await ledger.counts('sandbox')).toEqual({ inDoubt: 2, oldestDoubtAt: NOW - 5, undelivered: 0 })
    expect(await ledger.counts('live')).toEqual({ inDoubt: 0, oldestDoubtAt: null, undelivered: 0 })
  })

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

  test('a refused change leaves neither event nor message', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.move(move('a', 'opened', 'canceled', { message: { payload: '1' } }))
    expect(await ledger.events('a')).toHaveLength(1)
    expect(await ledger.undelivered('sandbox', 10)).toEqual([])
  })

  test('keeps billing keys with the attempt they came from, one per fingerprint', async () => {
    const ledger = open()
    const key: SealedBillingKey = {
      id: 'bk_1',
      scope: 'sandbox',
      fingerprint: 'f1',
      keyId: 'k1',
      sealed: 'x.y',
      checkoutId: 'a',
      orderId: 'A-1',
      cardName: 'BC카드',
      cardNumber: '4242********4242',
      createdAt: NOW,
    }
    const auth: Partial<CheckoutDraft> = { method: 'register-card', work: 'AUTH', amount: 0 }
    await ledger.prepare(draft('a', auth))
    const register = { billingKey: key, set: { billingKeyId: 'bk_1' } }
    expect(await ledger.move(move('a', 'created', 'registered', register))).toBe('moved')
    expect(await ledger.billingKey('bk_1')).toEqual(key)
    expect(await ledger.findBillingKey('sandbox', ['f0', 'f1'])).toEqual(key)
    expect(await ledger.findBillingKey('live', ['f1'])).toBeUndefined()
    await ledger.prepare(draft('b', auth))
    const again = move('b', 'created', 'registered', { billingKey: { ...key, id: 'bk_2', checkoutId: 'b' } })
    expect(await ledger.move(again)).toBe('stale')
    expect(await stateOf(ledger, 'b')).toBe('created')
  })

  test('notes an event without a change', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.note('a', NOW + 1, { name: 'evidence_refused', actor: 'return', detail: { field: 'PCD_PAY_OID' } })
    expect((await ledger.events('a')).at(-1)).toEqual({
      checkoutId: 'a',
      at: NOW + 1,
      name: 'evidence_refused',
      actor: 'return',
      from: 'created',
      to: 'created',
      detail: { field: 'PCD_PAY_OID' },
    })
    expect(await ledger.findByOid('sandbox', 'oid-a')).toMatchObject({ id: 'a', updatedAt: NOW })
    expect(await ledger.findByOid('live', 'oid-a')).toBeUndefined()
  })
})
