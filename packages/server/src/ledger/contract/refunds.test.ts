import { describe, expect, test } from 'vitest'

import { change, draft, NOW, paid, refund, STARTED, stateOf } from '../../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../../testing/ledgers.ts'

describe.each(CONTRACT_LEDGERS)('refunds in the %s ledger', (_name, open) => {
  test('are written down before they are asked for, claimed, with an event', async () => {
    const ledger = open()
    await paid(ledger)
    const started = await ledger.startRefund(refund('r', { vat: 27, note: '고객 변심' }), STARTED)
    expect(started).toEqual({
      kind: 'new',
      row: {
        ...refund('r', { vat: 27, note: '고객 변심' }),
        seq: 1,
        state: 'pending',
        refundedBefore: 0,
        failureCode: null,
        gatewayCode: null,
        gatewayId: null,
        sentAt: null,
        checks: 0,
        nextCheckAt: null,
        updatedAt: NOW,
      },
    })
    expect(await ledger.refund('r')).toEqual('row' in started ? started.row : undefined)
    expect(await ledger.refund('nothing')).toBeUndefined()
    expect(await ledger.refunds('a')).toHaveLength(1)
    expect((await ledger.events('a')).at(-1)).toMatchObject({ name: 'started', from: 'paid', to: 'paid' })
    expect(await ledger.find('a')).toMatchObject({ state: 'paid', refundedTotal: 0 })
  })

  test('move the payment when they are done, with event and message', async () => {
    const ledger = open()
    await paid(ledger)
    await ledger.startRefund(refund('r'), STARTED)
    const done = change('r', 'pending', 'done', { at: NOW + 1, token: 't', message: { payload: '1' } })
    expect(await ledger.changeRefund(done)).toBe('moved')
    expect(await ledger.find('a')).toMatchObject({
      state: 'partially_refunded',
      refundedTotal: 300,
      updatedAt: NOW + 1,
    })
    expect(await ledger.refund('r')).toMatchObject({ state: 'done', updatedAt: NOW + 1 })
    expect((await ledger.events('a')).at(-1)).toMatchObject({ from: 'paid', to: 'partially_refunded', at: NOW + 1 })
    expect(await ledger.takeMessage('a', NOW, NOW + 1)).toMatchObject({ payload: '1' })
    expect(await ledger.startRefund(refund('s', { amount: 700 }), STARTED)).toMatchObject({
      row: { refundedBefore: 300 },
    })
    expect(await ledger.changeRefund(change('s', 'pending', 'done'))).toBe('moved')
    expect(await ledger.find('a')).toMatchObject({ state: 'refunded', refundedTotal: 1000 })
    expect((await ledger.refunds('a')).map((row) => row.id)).toEqual(['r', 's'])
    expect(await ledger.startRefund(refund('u', { amount: 1 }), STARTED)).toEqual({ kind: 'too-much', left: 0 })
  })

  test('leave the payment alone while they are in doubt and when they fail', async () => {
    const ledger = open()
    await paid(ledger)
    await ledger.startRefund(refund('r'), STARTED)
    const set = { gatewayCode: 'g', sentAt: NOW, checks: 1, nextCheckAt: NOW + 5, claimToken: null, claimUntil: null }
    expect(await ledger.changeRefund(change('r', 'pending', 'unknown', { set }))).toBe('moved')
    expect(await ledger.refund('r')).toMatchObject({ ...set, state: 'unknown' })
    expect(await ledger.changeRefund(change('r', 'unknown', 'failed', { set: { failureCode: 'X' } }))).toBe('moved')
    expect(await ledger.refund('r')).toMatchObject({ state: 'failed', failureCode: 'X' })
    expect(await ledger.find('a')).toMatchObject({ state: 'paid', refundedTotal: 0 })
    expect((await ledger.startRefund(refund('s', { amount: 1000 }), STARTED)).kind).toBe('new')
  })

  test('are refused for what was not paid, not here, or is not enough', async () => {
    const ledger = open()
    expect(await ledger.startRefund(refund('r'), STARTED)).toEqual({ kind: 'not-paid' })
    await ledger.prepare(draft('a'))
    expect(await ledger.startRefund(refund('r'), STARTED)).toEqual({ kind: 'not-paid' })
    await paid(ledger)
    await paid(ledger, 'b', { orderId: 'A-2' })
    const b = { checkoutId: 'b' }
    expect(await ledger.startRefund(refund('r', { ...b, scope: 'live' }), STARTED)).toEqual({ kind: 'not-paid' })
    expect(await ledger.startRefund(refund('r', { ...b, amount: 1001 }), STARTED)).toEqual({
      kind: 'too-much',
      left: 1000,
    })
    await expect(ledger.startRefund(refund('r', { ...b, amount: 0 }), STARTED)).rejects.toThrow('whole won')
    await expect(ledger.startRefund(refund('r', { ...b, amount: 1.5 }), STARTED)).rejects.toThrow('whole won')
    expect(await ledger.refunds('b')).toEqual([])
  })

  test('go one at a time, and an idempotency key finds its first use', async () => {
    const ledger = open()
    await paid(ledger)
    await paid(ledger, 'b', { orderId: 'A-2' })
    await ledger.startRefund(refund('r'), STARTED)
    expect(await ledger.startRefund(refund('s'), STARTED)).toMatchObject({ kind: 'busy', row: { id: 'r' } })
    const again = refund('s', { idempotencyKey: 'r', checkoutId: 'b', amount: 5_000, requestHash: 'other' })
    expect(await ledger.startRefund(again, STARTED)).toMatchObject({ kind: 'same', row: { id: 'r', requestHash: 'h' } })
    expect((await ledger.startRefund(refund('t', { checkoutId: 'b' }), STARTED)).kind).toBe('new')
    await ledger.changeRefund(change('r', 'pending', 'unknown'))
    expect(await ledger.startRefund(refund('s'), STARTED)).toMatchObject({ kind: 'busy', row: { id: 'r' } })
  })

  test('many at once: one is in flight', async () => {
    const ledger = open()
    await paid(ledger)
    const all = await Promise.all(Array.from({ length: 8 }, (_, n) => ledger.startRefund(refund(`r${n}`), STARTED)))
    expect(all.filter(({ kind }) => kind === 'new')).toHaveLength(1)
    expect(all.filter(({ kind }) => kind === 'busy')).toHaveLength(7)
    const [{ id } = { id: '' }] = await ledger.refunds('a')
    const ends = await Promise.all(Array.from({ length: 8 }, () => ledger.changeRefund(change(id, 'pending', 'done'))))
    expect(ends.filter((end) => end === 'moved')).toHaveLength(1)
    expect(await ledger.find('a')).toMatchObject({ refundedTotal: 300 })
  })

  test('change only as expected, and never back', async () => {
    const ledger = open()
    await paid(ledger)
    await ledger.startRefund(refund('r'), STARTED)
    const done = change('r', 'pending', 'done')
    expect(await ledger.changeRefund({ ...done, token: 'other' })).toBe('stale')
    expect(await ledger.changeRefund({ ...done, unclaimed: true, at: NOW + 99 })).toBe('stale')
    expect(await ledger.changeRefund({ ...done, id: 'nothing' })).toBe('stale')
    expect(await ledger.changeRefund(change('r', 'unknown', 'done'))).toBe('stale')
    const takeOver = { at: NOW + 100, unclaimed: true, set: { claimToken: 'u', claimUntil: NOW + 200 } }
    expect(await ledger.changeRefund(change('r', 'pending', 'pending', { ...takeOver, event: undefined }))).toBe(
      'moved',
    )
    expect(await ledger.changeRefund({ ...done, token: 't' })).toBe('stale')
    expect(await ledger.changeRefund({ ...done, token: 'u' })).toBe('moved')
    await expect(ledger.changeRefund(change('r', 'done', 'failed'))).rejects.toThrow('done → failed')
    await expect(ledger.changeRefund(change('r', 'done', 'done'))).rejects.toThrow('done → done')
    await expect(ledger.changeRefund({ ...done, event: undefined })).rejects.toThrow('needs an event')
    expect(await ledger.find('a')).toMatchObject({ refundedTotal: 300 })
  })

  test('are due when nobody holds them and their time has come', async () => {
    const ledger = open()
    for (const id of ['a', 'b', 'c', 'd']) {
      await paid(ledger, id, { orderId: id })
      await ledger.startRefund(refund(`r-${id}`, { checkoutId: id }), STARTED)
    }
    const free = { claimToken: null, claimUntil: null }
    await ledger.changeRefund(change('r-b', 'pending', 'unknown', { set: { ...free, nextCheckAt: NOW + 50 } }))
    await ledger.changeRefund(change('r-c', 'pending', 'failed', { set: free }))
    await ledger.changeRefund(change('r-d', 'pending', 'done', { set: free }))
    const due = async (now: number): Promise<string[]> =>
      (await ledger.dueRefunds('sandbox', now, 10)).map((row) => row.id)
    expect(await due(NOW)).toEqual([])
    expect(await due(NOW + 50)).toEqual(['r-b'])
    expect(await due(NOW + 100)).toEqual(['r-a', 'r-b'])
    expect(await ledger.dueRefunds('sandbox', NOW + 100, 1)).toHaveLength(1)
    expect(await ledger.dueRefunds('live', NOW + 100, 10)).toEqual([])
  })

  test('by somebody else are not noted when more was known already than the message takes for granted', async () => {
    const ledger = open()
    await paid(ledger)
    const foreign = { checkoutId: 'a', total: 700, at: NOW + 1, event: STARTED, message: { payload: '' } }
    await ledger.startRefund(refund('r'), STARTED)
    await ledger.changeRefund(change('r', 'pending', 'done'))
    expect(await ledger.noteForeignRefund({ ...foreign, before: 0 })).toBe('stale')
    expect(await ledger.noteForeignRefund({ ...foreign, before: 300 })).toBe('moved')
  })

  test('by somebody else are noted once, and not while one of ours is in flight', async () => {
    const ledger = open()
    await paid(ledger)
    const foreign = (total: number, checkoutId = 'a'): Promise<string> =>
      ledger.noteForeignRefund({ checkoutId, total, at: NOW + 1, event: STARTED, message: { payload: `${total}` } })
    expect(await foreign(400, 'nothing')).toBe('stale')
    expect(await foreign(0)).toBe('stale')
    expect(await foreign(1001)).toBe('stale')
    expect(await foreign(400)).toBe('moved')
    expect(await foreign(400)).toBe('stale')
    expect(await ledger.find('a')).toMatchObject({ state: 'partially_refunded', refundedTotal: 400 })
    expect(await ledger.takeMessage('a', NOW, NOW + 1)).toMatchObject({ payload: '400' })
    await ledger.startRefund(refund('r'), STARTED)
    expect(await foreign(1000)).toBe('stale')
    await ledger.changeRefund(change('r', 'pending', 'done'))
    expect(await ledger.find('a')).toMatchObject({ refundedTotal: 700 })
    expect(await foreign(1000)).toBe('moved')
    expect(await stateOf(ledger, 'a')).toBe('refunded')
    expect(await ledger.refunds('a')).toHaveLength(1)
  })
})
