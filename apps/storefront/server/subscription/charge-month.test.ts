import type { Charge, ChargeOutcome } from '@payple-kit/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openShopStore } from '../shop-store.ts'
import { takeSettled } from '../settled.ts'
import type { Charging } from './charge-month.ts'
import { chargeDue } from './runner.ts'
import { startSubscription } from './start-subscription.ts'
import { subscriptionView } from './subscription-view.ts'

const CARD = 'bk_0000000000000000000001'
const DAY = 86_400_000
const refused: ChargeOutcome = {
  status: 'failed',
  error: { code: 'PAYMENT_DECLINED', message: '', buyer: { ko: '한도 초과', en: 'Over the limit' } },
}

let now: number
let calls: Parameters<Charge>[0][]
/** What the gateway says next; without an entry it pays. */
let answers: (ChargeOutcome | Error)[]
let shop: ReturnType<typeof openShopStore>
let parts: Charging

beforeEach(() => {
  now = Date.parse('2026-11-25T03:00:00Z')
  calls = []
  answers = []
  shop = openShopStore(':memory:')
  const charge: Charge = async (input) => {
    calls.push(input)
    const answer = answers.shift() ?? paid(input.orderId)
    if (answer instanceof Error) throw answer
    return answer
  }
  parts = { store: shop.subscriptions, charge, clock: () => now }
})

function paid(orderId: string): Extract<ChargeOutcome, { status: 'paid' }> {
  const payment = {
    checkoutId: 'c',
    oid: 'o',
    method: 'billing-key',
    goods: '원두',
    amount: 9900,
    currency: 'KRW',
  } as const
  return { status: 'paid', payment: { ...payment, orderId, paidAt: '2026-11-25T03:00:00.000Z' } }
}

const view = () => subscriptionView(shop.subscriptions, 'member').subscription

describe('a monthly charge', () => {
  it('is made once a month, however often the shop looks', async () => {
    const { id } = startSubscription(parts.store, 'member', CARD, now)
    await chargeDue(parts)
    await chargeDue(parts)
    now += 29 * DAY
    await chargeDue(parts)
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatchObject({ month: '202611', orderId: `SUB-${id}-202611`, idempotencyKey: `SUB-${id}-202611` })

    now += DAY
    await chargeDue(parts)
    expect(calls.map((call) => call.month)).toEqual(['202611', '202612'])
    expect(view()).toMatchObject({ status: 'active', nextOn: '2027-01-25' })
  })

  it('that was refused is tried again on the next days, three times in all, each with a key of its own', async () => {
    answers = [refused, refused, refused]
    startSubscription(parts.store, 'member', CARD, now)
    for (let day = 0; day < 6; day += 1) {
      await chargeDue(parts)
      now += DAY
    }
    expect(new Set(calls.map((call) => call.idempotencyKey)).size).toBe(3)
    expect(view()).toMatchObject({
      status: 'past-due',
      tryOn: undefined,
      charges: [{ state: 'failed', month: '202611' }],
    })
  })

  it('whose end nobody knows is asked about with the same key and the same card', async () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {})
    answers = [{ status: 'unknown', checkoutId: 'c' }, new Error('the ledger was away')]
    const row = startSubscription(parts.store, 'member', CARD, now)
    await chargeDue(parts)
    parts.store.save({ ...row, card: 'bk_0000000000000000000002' })
    await chargeDue(parts)
    await chargeDue(parts)
    expect(new Set(calls.map((call) => `${call.idempotencyKey} ${call.billingKey}`)).size).toBe(1)
    expect(view()).toMatchObject({ status: 'active', charges: [{ state: 'paid' }] })
    expect(reported).toHaveBeenCalledOnce()
    reported.mockRestore()
  })

  it('that the companion reports later counts once', async () => {
    answers = [{ status: 'unknown', checkoutId: 'c' }]
    const { id } = startSubscription(parts.store, 'member', CARD, now)
    await chargeDue(parts)
    const orderId = `SUB-${id}-202611`
    const news = { id: 'c.paid', type: 'paid', orderId, payment: paid(orderId).payment } as const
    takeSettled(shop, news)
    takeSettled(shop, news)
    expect(view()).toMatchObject({ nextOn: '2026-12-25', charges: [{ state: 'paid' }] })
  })
})

describe('a canceled subscription', () => {
  it('is charged no more, and started again does not pay the same month twice', async () => {
    const row = startSubscription(parts.store, 'member', CARD, now)
    await chargeDue(parts)
    parts.store.save({ ...(parts.store.ofMember('member') ?? row), status: 'canceled', tryOn: null })
    now += 40 * DAY
    await chargeDue(parts)
    expect(calls).toHaveLength(1)

    now -= 39 * DAY
    startSubscription(parts.store, 'member', CARD, now)
    await chargeDue(parts)
    expect(calls).toHaveLength(1)
    expect(view()).toMatchObject({ status: 'active', nextOn: '2026-12-25' })
  })
})
