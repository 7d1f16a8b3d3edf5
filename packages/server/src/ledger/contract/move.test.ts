import { describe, expect, test } from 'vitest'

import { AUTH, draft, move, NOW, paid, stateOf } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'
import type { Change } from '../ledger.ts'

describe.each(CONTRACT_LEDGERS)('changes in the %s ledger', (_name, open) => {
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
    await ledger.prepare(draft('r', AUTH))
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

  test('a refused change leaves neither event nor message', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await ledger.move(move('a', 'opened', 'canceled', { message: { payload: '1' } }))
    expect(await ledger.events('a')).toHaveLength(1)
    expect(await ledger.undelivered('sandbox', 10)).toEqual([])
  })

  test('sets every column a change may set, and nothing else', async () => {
    const ledger = open()
    const { row } = await ledger.prepare(draft('a', { vat: 91, guardMonth: '202611' }))
    const set = {
      expiresAt: NOW + 1,
      claimToken: 't',
      claimUntil: NOW + 2,
      attemptedAt: NOW + 3,
      checks: 4,
      nextCheckAt: NOW + 5,
      voidReason: 'mismatch',
      chargedTotal: 6,
      chargedDate: '20261121',
      failureCode: 'f',
      failureField: 'ff',
      gatewayCode: 'g',
      paidAt: NOW + 7,
      cardName: 'BC카드',
      cardNumber: '4242********4242',
      receiptUrl: 'https://receipt.test/',
      tradeNumber: 'tn',
      approvalNumber: 'an',
      bankName: '국민은행',
      accountNumber: '123***456',
      sealedPayer: 's',
      cashReceiptNumber: 'c',
      billingKeyId: 'bk',
      linkUrl: 'https://link.test/',
      refundedTotal: 8,
    } satisfies Change['set']
    expect(await ledger.move(move('a', 'created', 'opened', { at: NOW + 9, set }))).toBe('moved')
    expect(await ledger.find('a')).toEqual({ ...row, ...set, state: 'opened', updatedAt: NOW + 9 })
  })

  test('a registration in doubt takes no place', async () => {
    const ledger = open()
    await paid(ledger)
    await ledger.prepare(draft('r', AUTH))
    expect(await ledger.move(move('r', 'created', 'unknown'))).toBe('moved')
  })

  test('a second charge that turns out to be the only one must find the place free', async () => {
    const ledger = open()
    await ledger.prepare(draft('a'))
    await paid(ledger, 'b', { amount: 2 })
    await ledger.move(move('a', 'expired', 'unknown', { set: { voidReason: 'duplicate' } }))
    expect(await ledger.move(move('a', 'unknown', 'paid', { set: { voidReason: null } }))).toBe('order-busy')
    expect(await ledger.find('a')).toMatchObject({ state: 'unknown', voidReason: 'duplicate' })
  })
})
