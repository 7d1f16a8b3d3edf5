import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { describe, expect, test } from 'vitest'

import { failed } from '../testing/expectations.ts'
import { LEDGERS } from '../testing/ledgers.ts'
import { payOrder, saveCard } from '../testing/saved-card.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'
import type { RefundInput } from './refund.ts'

/** A partner that may refund in parts; the public test account may not. */
function refundingShop(setup: TestShopOptions = {}): TestShop {
  const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
  return testShop({ ...setup, domestic: { cstId, custKey, refundKey, clientKey, ...setup.domestic } })
}

const input = (change: Partial<RefundInput> = {}): RefundInput => ({
  orderId: 'A-1',
  idempotencyKey: 'refund-1',
  ...change,
})

const refunds = (shop: TestShop): number =>
  shop.sandbox.events.list().filter((event) => event.type.startsWith('cancel.')).length

describe.each(LEDGERS)('refunds (%s)', (_name, open) => {
  test('in full: gateway, ledger and shop agree, and the order cannot be paid again', async () => {
    const shop = refundingShop({ ledger: open() })
    const { oid } = await payOrder(shop, 'A-1')
    const outcome = await shop.payple.payments.refund(input({ note: '고객 변심' }))
    expect(outcome).toMatchObject({
      status: 'refunded',
      refund: { amount: 1000, state: 'done', note: '고객 변심' },
      payment: { amount: 1000, refunded: 1000 },
    })
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'refunded', refundedTotal: 1000 })
    expect(shop.settled.at(-1)).toMatchObject({ type: 'refunded', amount: 1000, refunded: 1000, left: 0 })
    expect(await shop.prepare('A-1')).toMatchObject({ error: { code: 'ORDER_REFUNDED' } })
    await shop.close()
  })

  test('in parts, until nothing is left', async () => {
    const shop = refundingShop({ ledger: open() })
    const { oid } = await payOrder(shop, 'A-1')
    const part = (amount: number, key: string): Promise<unknown> =>
      shop.payple.payments.refund(input({ amount, idempotencyKey: key }))
    expect(await part(300, 'a')).toMatchObject({ status: 'refunded', payment: { refunded: 300 } })
    expect(await part(701, 'b')).toMatchObject({
      status: 'failed',
      error: { code: 'REFUND_TOO_MUCH', rule: 'at most 700 won' },
    })
    expect(await part(700, 'c')).toMatchObject({ status: 'refunded', payment: { refunded: 1000 } })
    expect(await part(1, 'd')).toMatchObject({ error: { code: 'REFUND_TOO_MUCH', rule: 'nothing is left to refund' } })
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'refunded', refundedTotal: 1000 })
    expect(refunds(shop)).toBe(2)
    const [history] = await shop.payple.payments.history('A-1')
    expect(history).toMatchObject({ state: 'refunded', refunds: [{ amount: 300 }, { amount: 700 }] })
    await shop.close()
  })

  test('a hundred calls at once with one key give back once', async () => {
    const shop = refundingShop({ ledger: open() })
    const { oid } = await payOrder(shop, 'A-1')
    const calls = Array.from({ length: 100 }, () => shop.payple.payments.refund(input({ amount: 400 })))
    expect(new Set((await Promise.all(calls)).map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ refundedTotal: 400 })
    expect(refunds(shop)).toBe(1)
    await shop.close()
  })
})

test('two refunds of one payment at once: one waits for its turn', async () => {
  const shop = refundingShop()
  await payOrder(shop, 'A-1')
  let second: unknown
  const slow = shop.another({
    fetch: async (request) => {
      if (request.url.includes('cPayCAct'))
        second = await shop.payple.payments.refund(input({ amount: 300, idempotencyKey: 'b' }))
      return shop.sandbox.fetch(request)
    },
  })
  const first = await slow.payments.refund(input({ amount: 300, idempotencyKey: 'a' }))
  expect([first, second]).toEqual([expect.objectContaining({ status: 'refunded' }), failed('REFUND_BUSY')])
  expect(refunds(shop)).toBe(1)
})

test('the same key: same answer after a restart, refused with another amount', async () => {
  const shop = refundingShop()
  await payOrder(shop, 'A-1')
  const first = await shop.payple.payments.refund(input({ amount: 400 }))
  expect(await shop.another().payments.refund(input({ amount: 400 }))).toEqual(first)
  expect(await shop.payple.payments.refund(input({ amount: 500 }))).toEqual(failed('IDEMPOTENCY_CONFLICT'))
  expect(refunds(shop)).toBe(1)
})

test('the original Korean day is asked for, whenever the refund comes', async () => {
  const shop = refundingShop()
  await payOrder(shop, 'A-1')
  shop.world.advance(5 * 86_400_000)
  expect(await shop.payple.payments.refund(input())).toMatchObject({ status: 'refunded' })
})

test('a saved card charged with the guard is refunded by its month', async () => {
  const shop = refundingShop()
  const billingKey = await saveCard(shop)
  const order = { goods: '구독', total: 9900, currency: 'KRW' } as const
  await shop.payple.billingKeys.charge({ billingKey, orderId: 'A-1', order, idempotencyKey: 'c', month: '202611' })
  expect(await shop.payple.payments.refund(input())).toMatchObject({ status: 'refunded', payment: { refunded: 9900 } })
})

describe('refused', () => {
  test('part of a payment on the public test account', async () => {
    const shop = testShop()
    await payOrder(shop, 'A-1')
    expect(await shop.payple.payments.refund(input({ amount: 1 }))).toEqual({
      ...failed('REFUND_REFUSED'),
      refund: expect.objectContaining({ state: 'failed' }) as unknown,
    })
    const again = await shop.payple.payments.refund(input({ idempotencyKey: 'whole' }))
    expect(again).toMatchObject({ status: 'refunded' })
  })

  test('more VAT than is given back', async () => {
    const shop = refundingShop()
    await payOrder(shop, 'A-1')
    expect(await shop.payple.payments.refund(input({ amount: 300, vat: 301 }))).toMatchObject({
      status: 'failed',
      error: { code: 'REFUND_TOO_MUCH', field: 'vat', rule: 'at most 300 won' },
    })
    expect(refunds(shop)).toBe(0)
  })

  test('an order that is not paid', async () => {
    const shop = testShop()
    await shop.window('A-1')
    expect(await shop.payple.payments.refund(input())).toEqual(failed('ORDER_NOT_PAID'))
    expect(await shop.payple.payments.refund(input({ orderId: 'nobody' }))).toEqual(failed('ORDER_NOT_PAID'))
  })

  test.each<[string, object]>([
    ['amount', { amount: 0 }],
    ['amount', { amount: 10.5 }],
    ['idempotencyKey', { idempotencyKey: '' }],
  ])('a wrong %s is named', async (field, change) => {
    const shop = testShop()
    await expect(shop.payple.payments.refund({ ...input(), ...change })).rejects.toThrow(`"${field}"`)
  })
})

describe('in doubt', () => {
  test('an answer lost after the money went back is found by lookup, and nothing goes back twice', async () => {
    const shop = refundingShop()
    const { oid } = await payOrder(shop, 'A-1')
    shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'lost-answer' } })
    expect(await shop.payple.payments.refund(input({ amount: 400 }))).toMatchObject({ status: 'refunded' })
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ refundedTotal: 400 })
    expect(refunds(shop)).toBe(1)
  })

  test('an answer that never says whether it went back stays in doubt until a person decides', async () => {
    const shop = refundingShop()
    await payOrder(shop, 'A-1')
    shop.sandbox.control.fault({ operation: 'cancel', effect: { type: 'not-json' } })
    const first = await shop.payple.payments.refund(input({ amount: 400 }))
    expect(first).toMatchObject({ status: 'unknown', refund: { state: 'unknown' } })
    expect(await shop.payple.payments.refund(input({ amount: 100, idempotencyKey: 'b' }))).toEqual(
      failed('REFUND_BUSY'),
    )
    for (let round = 0; round < 10; round++) {
      shop.world.advance(700_000)
      await shop.payple.reconcile()
    }
    expect(refunds(shop)).toBe(0)
    const [item] = await shop.payple.attention.list()
    expect(item).toMatchObject({ kind: 'refund-in-doubt', orderId: 'A-1' })
    const declared = await shop.payple.payments.declareRefund(item?.subject ?? '', 'failed', 'not in partner admin')
    expect(declared).toMatchObject({ state: 'failed' })
    expect(await shop.payple.attention.list()).toEqual([])
    expect(await shop.payple.payments.refund(input({ amount: 400, idempotencyKey: 'c' }))).toMatchObject({
      status: 'refunded',
    })
  })

  test('a process that dies before sending gives nothing back and says so; after sending, the next one finds it', async () => {
    for (const call of ['auth', 'cancel'] as const) {
      const shop = refundingShop()
      const { oid } = await payOrder(shop, 'A-1')
      await new Promise<void>((die) => {
        const doomed = shop.another({
          fetch: async (request) => {
            const isCancel = (await request.clone().text()).includes('PCD_PAYCANCEL_FLAG')
            const answer = await asNetwork(shop.sandbox)(request)
            if (!isCancel || request.url.includes('auth.php') !== (call === 'auth')) return answer
            die()
            return new Promise(() => undefined)
          },
        })
        void doomed.payments.refund(input({ amount: 400 }))
      })
      shop.world.advance(300_000)
      const outcome = await shop.another().payments.refund(input({ amount: 400 }))
      const gone = call === 'auth' ? 0 : 400
      expect(outcome.status).toBe(gone === 0 ? 'failed' : 'refunded')
      expect(shop.sandbox.control.payment(oid)?.refundedTotal).toBe(gone)
    }
  })
})

describe('money that somebody gave back in partner admin', () => {
  test('is noted by a lookup, and counts against what is left', async () => {
    const shop = refundingShop()
    const { oid } = await payOrder(shop, 'A-1')
    shop.sandbox.control.cancelFromConsole(oid, 300)
    expect(await shop.payple.payments.lookup('A-1')).toMatchObject({
      outcome: { status: 'paid', payment: { refunded: 300 } },
      gateway: { status: 'paid', refunded: 300 },
    })
    expect(shop.settled.at(-1)).toMatchObject({ type: 'refunded', amount: 300, refunded: 300, left: 700 })
    expect(shop.settled.at(-1)).not.toHaveProperty('refund')
    expect(await shop.payple.payments.refund(input())).toMatchObject({ status: 'refunded', refund: { amount: 700 } })
  })
})
