import { describe, expect, test } from 'vitest'

import { DECLINED_CARD } from '../testing/buyer.ts'
import { LEDGERS } from '../testing/ledgers.ts'
import { testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

/** A shop whose windows take the money themselves. */
function payShop(ledger = LEDGERS[0]?.[1]()): TestShop {
  return testShop({ domestic: { work: 'PAY' }, ...(ledger ? { ledger } : {}) })
}

const statusOf = (shop: TestShop, oid: string): string | undefined => shop.sandbox.control.payment(oid)?.status

describe.each(LEDGERS)('PAY with a %s ledger', (_name, open) => {
  test('is paid when the gateway says so, never because the browser did', async () => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    expect(window.request['PCD_PAY_WORK']).toBe('PAY')
    const { result } = await shop.buyer.pay(window)
    expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid', payment: { amount: 1000 } })
    expect(shop.sandbox.events.list().some((event) => event.type === 'lookup')).toBe(true)
    expect(shop.settled.map((each) => each.type)).toEqual(['paid'])
    await shop.close()
  })

  test('a forged success stays in doubt and pays nothing', async () => {
    const shop = payShop(open())
    const { checkoutId, oid } = await shop.window('A-1')
    const forged = { PCD_PAY_RST: 'success', PCD_PAY_WORK: 'PAY', PCD_PAY_OID: oid, PCD_PAY_TOTAL: '1000' }
    expect(await shop.result(checkoutId, forged)).toEqual({ status: 'unknown', checkoutId })
    expect(await shop.payple.payments.get('A-1')).toBeNull()
  })

  test('a success over another amount is looked up, and what was charged goes back', async () => {
    const shop = payShop(open())
    const { checkoutId, oid, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window, undefined, { PCD_PAY_TOTAL: '100' })
    expect(await shop.result(checkoutId, result)).toMatchObject({
      status: 'failed',
      error: { code: 'CHARGE_RETURNED' },
    })
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'refunded', refundedTotal: 100 })
  })

  test('a result that lies about the amount of a right charge is paid all the same', async () => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    expect(await shop.result(checkoutId, { ...result, PCD_PAY_TOTAL: '5' })).toMatchObject({ status: 'paid' })
  })

  test.each(['close', 'error'])('"%s" from the browser does not hide a payment', async (flag) => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    expect(await shop.result(checkoutId, { ...result, PCD_PAY_RST: flag })).toMatchObject({ status: 'paid' })
  })

  test.each(['close', 'error', 'nonsense'])('"%s" is not passed on while the gateway cannot be asked', async (flag) => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    await shop.post(`checkouts/${checkoutId}/open`, {})
    await shop.prepare('A-1')
    const { result } = await shop.buyer.pay(window)
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'status', status: 502 }, times: 4 })
    expect(await shop.result(checkoutId, { ...result, PCD_PAY_RST: flag })).toEqual({ status: 'unknown', checkoutId })
    expect(String((await shop.view(checkoutId)).outcome?.status)).not.toMatch(/failed|canceled/)
    shop.sandbox.control.clearFaults()
    shop.world.advance(60_000)
    expect(await shop.view(checkoutId)).toMatchObject({ outcome: { status: 'paid' } })
  })

  test('a window that never managed to report anything is found', async () => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    await shop.buyer.pay(window)
    await shop.payple.reconcile()
    expect((await shop.ledger.find(checkoutId))?.state).toBe('created')
    shop.world.advance(60_000)
    await shop.payple.reconcile()
    expect((await shop.ledger.find(checkoutId))?.state).toBe('paid')
  })

  test('reloads do not use up the checks', async () => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    await shop.post(`checkouts/${checkoutId}/open`, {})
    for (let reload = 0; reload < 12; reload++) await shop.prepare('A-1')
    await shop.buyer.pay(window)
    shop.world.advance(60_000)
    await shop.payple.reconcile()
    expect((await shop.ledger.find(checkoutId))?.state).toBe('paid')
  })

  test('before a second window is offered an attempt is asked about whose checks are used up', async () => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    for (let hour = 0; hour < 20; hour++) {
      shop.world.advance(3_600_000)
      await shop.payple.reconcile()
    }
    expect((await shop.ledger.find(checkoutId))?.nextCheckAt).toBeNull()
    await shop.buyer.pay(window)
    expect(await shop.prepare('A-1')).toMatchObject({ kind: 'outcome', checkoutId, outcome: { status: 'paid' } })
  })

  test('a silent window is asked about on the day it was prepared and the next, however late', async () => {
    const shop = payShop(open())
    shop.world.advance(-70 * 60_000)
    const { checkoutId, window } = await shop.window('A-1')
    shop.world.advance(101 * 60_000)
    await shop.buyer.pay(window)
    shop.world.advance(60_000)
    await shop.payple.reconcile()
    expect((await shop.ledger.find(checkoutId))?.state).toBe('paid')

    const days: string[] = []
    const silent = payShop(open())
    const asking = silent.another({
      fetch: async (request) => {
        const { PCD_PAY_DATE: day } = (await request.clone().json()) as { PCD_PAY_DATE?: string }
        if (day !== undefined) days.push(day)
        return silent.sandbox.fetch(request)
      },
    })
    await silent.window('A-1')
    silent.world.advance(10 * 86_400_000)
    await asking.reconcile()
    expect(days).toEqual(['20261121', '20261122'])
  })

  test('a real close is canceled, a real decline is declined, and a new window opens', async () => {
    const shop = payShop(open())
    const first = await shop.window('A-1')
    expect(await shop.result(first.checkoutId, shop.buyer.close(first.window))).toEqual({ status: 'canceled' })
    const second = await shop.window('A-1')
    const { result } = await shop.buyer.pay(second.window, DECLINED_CARD)
    expect(await shop.result(second.checkoutId, result)).toMatchObject({
      status: 'failed',
      error: { code: 'PAYMENT_DECLINED' },
    })
    expect((await shop.prepare('A-1')).kind).toBe('window')
  })

  test.each<[string, (shop: TestShop, id: string) => Promise<unknown>]>([
    ['polling', (shop, id) => shop.view(id)],
    ['the reconciler', (shop) => shop.payple.reconcile()],
    ['a second preparation', (shop) => shop.prepare('A-1')],
  ])('a window that fell silent is asked about by %s', async (_who, ask) => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    await shop.post(`checkouts/${checkoutId}/open`, {})
    await shop.buyer.pay(window)
    expect(await shop.view(checkoutId)).toEqual({ checkoutId, orderId: 'A-1' })
    shop.world.advance(60_000)
    await ask(shop, checkoutId)
    expect(await shop.ledger.find(checkoutId)).toMatchObject({ state: 'paid' })
  })

  test('before a second window opens the first is asked about, due or not', async () => {
    const shop = payShop(open())
    const { checkoutId, window } = await shop.window('A-1')
    await shop.post(`checkouts/${checkoutId}/open`, {})
    await shop.buyer.pay(window)
    expect(await shop.prepare('A-1')).toMatchObject({ kind: 'outcome', checkoutId, outcome: { status: 'paid' } })
  })

  test('a silent window in which nobody paid is not asked about for ever', async () => {
    const shop = payShop(open())
    const { checkoutId } = await shop.window('A-1')
    await shop.post(`checkouts/${checkoutId}/open`, {})
    for (let hour = 0; hour < 20; hour++) {
      shop.world.advance(3_600_000)
      await shop.payple.reconcile()
    }
    expect(await shop.ledger.find(checkoutId)).toMatchObject({ state: 'opened', checks: 12, nextCheckAt: null })
  })

  test('a second payment of one order goes back at once', async () => {
    const shop = payShop(open())
    const first = await shop.window('A-1')
    shop.orders.set('A-1', { goods: '휴대폰', total: 2000, currency: 'KRW' })
    const second = await shop.window('A-1')
    const firstEnd = await shop.buyer.pay(first.window)
    const secondEnd = await shop.buyer.pay(second.window)
    expect(await shop.result(second.checkoutId, secondEnd.result)).toMatchObject({
      status: 'paid',
      payment: { amount: 2000 },
    })
    expect(await shop.result(first.checkoutId, firstEnd.result)).toMatchObject({
      status: 'paid',
      payment: { amount: 2000 },
    })
    expect([statusOf(shop, first.oid), statusOf(shop, second.oid)]).toEqual(['refunded', 'paid'])
    expect(shop.settled).toContainEqual(
      expect.objectContaining({ type: 'voided', oid: first.oid, amount: 1000, reason: 'duplicate' }),
    )
    expect((await shop.ledger.find(first.checkoutId))?.state).toBe('mismatch_voided')
  })

  test('a second payment whose return is unconfirmed keeps being returned and never shadows the first', async () => {
    const shop = payShop(open())
    const first = await shop.window('A-1')
    shop.orders.set('A-1', { goods: '휴대폰', total: 2000, currency: 'KRW' })
    const second = await shop.window('A-1')
    const firstEnd = await shop.buyer.pay(first.window)
    const secondEnd = await shop.buyer.pay(second.window)
    await shop.result(second.checkoutId, secondEnd.result)
    shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'not-json' } })
    expect(await shop.result(first.checkoutId, firstEnd.result)).toMatchObject({
      status: 'paid',
      payment: { oid: second.oid },
    })
    expect(await shop.ledger.find(first.checkoutId)).toMatchObject({ state: 'unknown', voidReason: 'duplicate' })
    expect(await shop.payple.reconcile()).toEqual({ settled: 1, remaining: 0 })
    expect(statusOf(shop, first.oid)).toBe('refunded')
  })

  test('a replaced attempt that was paid alone: kept when the order is the same, returned when it changed', async () => {
    const same = payShop(open())
    const old = await same.window('A-1')
    same.world.advance(600_000)
    await same.window('A-1')
    const kept = await same.buyer.pay(old.window)
    expect(await same.result(old.checkoutId, kept.result)).toMatchObject({ status: 'paid', payment: { oid: old.oid } })

    const changed = payShop(open())
    const before = await changed.window('A-1')
    changed.orders.set('A-1', { goods: '휴대폰', total: 2000, currency: 'KRW' })
    await changed.window('A-1')
    const end = await changed.buyer.pay(before.window)
    expect(await changed.result(before.checkoutId, end.result)).toMatchObject({
      status: 'failed',
      error: { code: 'CHARGE_RETURNED' },
    })
    expect(statusOf(changed, before.oid)).toBe('refunded')
    expect(changed.settled).toContainEqual(expect.objectContaining({ type: 'voided', reason: 'superseded' }))
  })
})
