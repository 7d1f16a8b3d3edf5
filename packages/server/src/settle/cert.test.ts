import { describe, expect, test } from 'vitest'

import type { Ledger } from '../ledger/ledger.ts'
import { memoryLedger } from '../ledger/memory.ts'
import { DECLINED_CARD } from '../testing/buyer.ts'
import { charges, failed, trace } from '../testing/expectations.ts'
import { LEDGERS } from '../testing/ledgers.ts'
import { testShop } from '../testing/test-shop.ts'

describe.each(LEDGERS)('CERT with a %s ledger', (_name, open) => {
  test('is confirmed once, recorded, told to the shop, and answered the same ever after', async () => {
    const shop = testShop({ ledger: open() })
    const { checkoutId, oid, window } = await shop.window('A-1')
    await shop.post(`checkouts/${checkoutId}/open`, {})
    const { result } = await shop.buyer.pay(window)
    expect(charges(shop)).toBe(0)

    const paid = await shop.result(checkoutId, result)
    expect(paid).toEqual({
      status: 'paid',
      payment: {
        orderId: 'A-1',
        checkoutId,
        oid,
        method: 'card',
        goods: '휴대폰',
        amount: 1000,
        currency: 'KRW',
        paidAt: '2026-11-21T14:30:00.000Z',
        card: { name: 'BC카드', number: '4242********4242' },
        receiptUrl: expect.stringMatching(/^https:/),
      },
    })
    expect(await shop.result(checkoutId, result)).toEqual(paid)
    expect(await shop.result(checkoutId, shop.buyer.close(window))).toEqual(paid)
    expect(await shop.view(checkoutId)).toEqual({ checkoutId, orderId: 'A-1', outcome: paid })
    expect(await shop.prepare('A-1')).toEqual({ kind: 'outcome', checkoutId, orderId: 'A-1', outcome: paid })
    expect(await shop.payple.payments.get('A-1')).toEqual((paid as { payment: object }).payment)
    expect(charges(shop)).toBe(1)
    expect(shop.settled).toEqual([
      { id: `${checkoutId}.paid`, type: 'paid', orderId: 'A-1', payment: (paid as { payment: object }).payment },
    ])
    expect(await trace(shop, checkoutId)).toBe('paid: created opened approving paid')
    await shop.close()
  })

  test('a decline is told in the words of its code, and the order can be paid again', async () => {
    const shop = testShop({ ledger: open() })
    const first = await shop.window('A-1')
    const { result } = await shop.buyer.pay(first.window, DECLINED_CARD)
    const outcome = await shop.result(first.checkoutId, result)
    expect(outcome).toMatchObject(failed('PAYMENT_DECLINED'))
    expect(outcome).toMatchObject({ error: { gatewayCode: 'CPCA0010/3112' } })
    const second = await shop.window('A-1')
    expect(second.oid).not.toBe(first.oid)
    expect(await shop.result(second.checkoutId, (await shop.buyer.pay(second.window)).result)).toMatchObject({
      status: 'paid',
    })
    expect(await shop.view(first.checkoutId)).toMatchObject({ outcome: { status: 'paid' } })
    expect(charges(shop)).toBe(1)
  })

  test('an error of the window ends the attempt without a confirm', async () => {
    const shop = testShop({ ledger: open() })
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window, '4000000000003115')
    expect(result['PCD_PAY_RST']).toBe('error')
    expect(await shop.result(checkoutId, result)).toMatchObject({
      status: 'failed',
      error: { code: 'PAYMENT_DECLINED', gatewayCode: 'CDAU0007/3115' },
    })
    expect(await trace(shop, checkoutId)).toBe('declined: created declined')
  })

  test('a closed window is canceled; the buyer who comes back in the same window may still pay', async () => {
    const shop = testShop({ ledger: open() })
    const { checkoutId, window } = await shop.window('A-1')
    expect(await shop.result(checkoutId, shop.buyer.close(window))).toEqual({ status: 'canceled' })
    const { result } = await shop.buyer.pay(window)
    expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
    expect(charges(shop)).toBe(1)
  })

  test('a canceled window does not pay behind the back of a newer attempt', async () => {
    const shop = testShop({ ledger: open() })
    const old = await shop.window('A-1')
    await shop.result(old.checkoutId, shop.buyer.close(old.window))
    const fresh = await shop.window('A-1')
    expect(fresh.checkoutId).not.toBe(old.checkoutId)
    expect(await shop.result(old.checkoutId, (await shop.buyer.pay(old.window)).result)).toEqual({ status: 'canceled' })
    expect(charges(shop)).toBe(0)
    expect(await shop.result(fresh.checkoutId, (await shop.buyer.pay(fresh.window)).result)).toMatchObject({
      status: 'paid',
    })
    expect(await shop.view(old.checkoutId)).toMatchObject({ outcome: { status: 'paid' } })
  })

  test('a result that comes more than an hour after the window was over is not confirmed', async () => {
    const shop = testShop({ ledger: open() })
    const late = await shop.window('A-1')
    const end = await shop.buyer.pay(late.window)
    shop.world.advance(late.expiresAt - shop.world.clock() + 3_600_001)
    expect(await shop.result(late.checkoutId, end.result)).toMatchObject(failed('CHECKOUT_EXPIRED'))
    expect(await trace(shop, late.checkoutId)).toBe('expired: created came_too_late')
    const closed = await shop.window('A-2')
    await shop.result(closed.checkoutId, shop.buyer.close(closed.window))
    const second = await shop.buyer.pay(closed.window)
    shop.world.advance(closed.expiresAt - shop.world.clock() + 3_600_001)
    expect(await shop.result(closed.checkoutId, second.result)).toEqual({ status: 'canceled' })
    expect(charges(shop)).toBe(0)

    const slow = await shop.window('A-1')
    const slowEnd = await shop.buyer.pay(slow.window)
    shop.world.advance(slow.expiresAt - shop.world.clock() + 3_600_000)
    expect((await shop.ledger.find(slow.checkoutId))?.state).toBe('created')
    await shop.result(slow.checkoutId, slowEnd.result)
    expect(await trace(shop, slow.checkoutId)).toContain('created approving')
  })

  test('a replaced attempt is never confirmed', async () => {
    const shop = testShop({ ledger: open() })
    const old = await shop.window('A-1')
    shop.orders.set('A-1', { goods: '휴대폰', total: 2000, currency: 'KRW' })
    const fresh = await shop.window('A-1')
    expect(await shop.result(old.checkoutId, (await shop.buyer.pay(old.window)).result)).toMatchObject(
      failed('CHECKOUT_EXPIRED'),
    )
    expect(charges(shop)).toBe(0)
    expect(await shop.result(fresh.checkoutId, (await shop.buyer.pay(fresh.window)).result)).toMatchObject({
      payment: { amount: 2000 },
    })
  })

  test('two windows of one order: one is charged, both hear "paid"', async () => {
    const shop = testShop({ ledger: open() })
    const one = await shop.window('A-1')
    const again = await shop.window('A-1')
    expect(again.checkoutId).toBe(one.checkoutId)
    const { result } = await shop.buyer.pay(one.window)
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => shop.result(one.checkoutId, result)))
    // Those that came second may hear that it is being settled; nobody hears "failed".
    expect(outcomes.filter(({ status }) => status !== 'paid' && status !== 'unknown')).toEqual([])
    expect(await shop.view(one.checkoutId)).toMatchObject({ outcome: { status: 'paid' } })
    expect(charges(shop)).toBe(1)
    expect(shop.settled).toHaveLength(1)
  })

  test.each<[string, Record<string, string>, string, string]>([
    ['order number', { PCD_PAY_OID: 'somebody-elses' }, 'RESULT_MISMATCH', 'PCD_PAY_OID'],
    ['missing order number', { PCD_PAY_OID: '' }, 'RESULT_MISMATCH', 'PCD_PAY_OID'],
    ['amount', { PCD_PAY_TOTAL: '100' }, 'RESULT_MISMATCH', 'PCD_PAY_TOTAL'],
    ['missing amount', { PCD_PAY_TOTAL: '' }, 'RESULT_MISMATCH', 'PCD_PAY_TOTAL'],
    ['amount in words', { PCD_PAY_TOTAL: '1e3' }, 'RESULT_MISMATCH', 'PCD_PAY_TOTAL'],
    ['work', { PCD_PAY_WORK: 'AUTH' }, 'RESULT_MISMATCH', 'PCD_PAY_WORK'],
    ['PAY although CERT was asked', { PCD_PAY_WORK: 'PAY' }, 'RESULT_MISMATCH', 'PCD_PAY_WORK'],
    ['flag', { PCD_PAY_RST: 'SUCCESS!' }, 'RESULT_UNREADABLE', 'PCD_PAY_RST'],
    ['confirm address', { PCD_PAY_COFURL: 'https://evil.example@payple.kr/x' }, 'RESULT_UNREADABLE', 'PCD_PAY_COFURL'],
    ['confirm key', { PCD_PAY_REQKEY: '' }, 'RESULT_UNREADABLE', 'PCD_PAY_REQKEY'],
    ['auth key', { PCD_AUTH_KEY: '' }, 'RESULT_UNREADABLE', 'PCD_AUTH_KEY'],
  ])('refuses a wrong %s and leaves the attempt as it was', async (_what, change, code, field) => {
    const shop = testShop({ ledger: open() })
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    const refused = await shop.result(checkoutId, { ...result, ...change })
    expect(refused).toMatchObject({ status: 'failed', error: { code, field } })
    expect(await trace(shop, checkoutId)).toBe('created: created evidence_refused')
    expect(charges(shop)).toBe(0)
    expect(await shop.view(checkoutId)).toEqual({ checkoutId, orderId: 'A-1' })
    expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
    expect(await shop.result(checkoutId, { ...result, ...change })).toMatchObject({ status: 'paid' })
  })

  test('a page that turned CERT into PAY is found out: the right amount is paid, another one goes back', async () => {
    const shop = testShop({ ledger: open() })
    const right = await shop.window('A-1')
    const rightEnd = await shop.buyer.pay(right.window, undefined, { PCD_PAY_WORK: 'PAY' })
    expect(await shop.result(right.checkoutId, rightEnd.result)).toMatchObject({ status: 'paid' })

    const wrong = await shop.window('A-2')
    const { result } = await shop.buyer.pay(wrong.window, undefined, { PCD_PAY_WORK: 'PAY', PCD_PAY_TOTAL: '100' })
    expect(await shop.result(wrong.checkoutId, result)).toMatchObject({ status: 'failed' })
    expect(shop.sandbox.control.payment(wrong.oid)).toMatchObject({ status: 'refunded', refundedTotal: 100 })
    expect(await trace(shop, wrong.checkoutId)).toBe(
      'mismatch_voided: created charge_found void_started voided evidence_refused',
    )
  })
})

test('a "closed" that comes between a genuine result and its confirm does not swallow the result', async () => {
  const inner = memoryLedger()
  let meanwhile: (() => Promise<unknown>) | undefined
  const ledger: Ledger = {
    ...inner,
    move: async (change) => {
      const first = meanwhile
      meanwhile = undefined
      if (change.to === 'approving') await first?.()
      return inner.move(change)
    },
  }
  const shop = testShop({ ledger })
  const { checkoutId, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  const another = shop.another({ ledger: inner })
  meanwhile = () => shop.result(checkoutId, shop.buyer.close(window), another)
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
  expect(await trace(shop, checkoutId)).toBe('paid: created canceled approving paid')
})
