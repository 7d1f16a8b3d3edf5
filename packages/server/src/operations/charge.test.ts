import { describe, expect, test } from 'vitest'

import { charges, failed } from '../testing/expectations.ts'
import { LEDGERS } from '../testing/ledgers.ts'
import { saveCard } from '../testing/saved-card.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'
import type { ChargeInput } from './charge.ts'

const COFFEE = { goods: '원두 구독', total: 9900, currency: 'KRW' } as const

function input(billingKey: string, change: Partial<ChargeInput> = {}): ChargeInput {
  return { billingKey, orderId: 'SUB-1', order: COFFEE, idempotencyKey: 'key-1', ...change }
}

const repayments = (shop: TestShop): number =>
  shop.sandbox.events.list().filter((event) => event.type.startsWith('repay.')).length

describe.each(LEDGERS)('charging a saved card (%s)', (_name, open) => {
  test('pays the order, and ledger, gateway and shop agree', async () => {
    const shop = testShop({ ledger: open() })
    const billingKey = await saveCard(shop)
    const outcome = await shop.payple.billingKeys.charge(input(billingKey))
    expect(outcome).toMatchObject({
      status: 'paid',
      payment: { orderId: 'SUB-1', method: 'billing-key', amount: 9900, card: { number: '4242********4242' } },
    })
    expect(charges(shop)).toBe(1)
    expect(await shop.payple.payments.get('SUB-1')).toMatchObject({ amount: 9900 })
    expect(shop.settled.at(-1)).toMatchObject({ type: 'paid', orderId: 'SUB-1' })
    await shop.close()
  })

  test('a hundred calls at once with one key make one charge and get one answer', async () => {
    const shop = testShop({ ledger: open() })
    const billingKey = await saveCard(shop)
    const calls = Array.from({ length: 100 }, () => shop.payple.billingKeys.charge(input(billingKey)))
    const answers = new Set((await Promise.all(calls)).map((outcome) => JSON.stringify(outcome)))
    expect(answers.size).toBe(1)
    expect([repayments(shop), charges(shop)]).toEqual([1, 1])
    await shop.close()
  })
})

test('an order that was paid and given back is not called paid by a new charge', async () => {
  const shop = testShop()
  const billingKey = await saveCard(shop)
  await shop.payple.billingKeys.charge(input(billingKey))
  await shop.payple.payments.refund({ orderId: 'SUB-1', idempotencyKey: 'r' })
  expect(await shop.payple.billingKeys.charge(input(billingKey, { idempotencyKey: 'key-2' }))).toEqual(
    failed('ORDER_REFUNDED'),
  )
})

describe('the same idempotency key', () => {
  test('with another phone number is the same charge, not a failed one', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    const first = await shop.payple.billingKeys.charge(input(billingKey))
    const moved = { ...COFFEE, payer: { phone: '010-9999-8888' } }
    expect(await shop.another().billingKeys.charge(input(billingKey, { order: moved }))).toEqual(first)
    expect(charges(shop)).toBe(1)
  })

  test('gives the first answer again, also after a restart and after the card is gone', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    const first = await shop.payple.billingKeys.charge(input(billingKey))
    await shop.payple.billingKeys.delete(billingKey)
    expect(await shop.another().billingKeys.charge(input(billingKey))).toEqual(first)
    expect(repayments(shop)).toBe(1)
  })

  test('gives the first refusal again instead of another try', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop, undefined, '4000000000003112')
    const first = await shop.payple.billingKeys.charge(input(billingKey))
    expect(first).toEqual(failed('PAYMENT_DECLINED'))
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toEqual(first)
    expect(repayments(shop)).toBe(1)
  })

  test.each<[string, Partial<ChargeInput>]>([
    ['amount', { order: { ...COFFEE, total: 9901 } }],
    ['order', { orderId: 'SUB-2' }],
    ['month', { month: '202611' }],
  ])('with another %s is refused', async (_what, change) => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    await shop.payple.billingKeys.charge(input(billingKey))
    expect(await shop.payple.billingKeys.charge(input(billingKey, change))).toEqual(failed('IDEMPOTENCY_CONFLICT'))
    expect(repayments(shop)).toBe(1)
  })

  test('from two processes at once makes one charge', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    const calls = [shop.payple, shop.another()].map((payple) => payple.billingKeys.charge(input(billingKey)))
    const first = await Promise.race(calls)
    shop.world.expireDeadlines()
    expect(await Promise.all(calls)).toEqual([first, first])
    expect(repayments(shop)).toBe(1)
  })
})

describe('one order is paid once', () => {
  test('whatever the key', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    await shop.payple.billingKeys.charge(input(billingKey))
    const again = await shop.payple.billingKeys.charge(input(billingKey, { idempotencyKey: 'key-2' }))
    expect(again).toMatchObject({ status: 'paid' })
    expect(charges(shop)).toBe(1)
  })

  test('also when a window of it is authenticated while the card is charged', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    shop.orders.set('SUB-1', COFFEE)
    const { checkoutId, window } = await shop.window('SUB-1')
    const { result } = await shop.buyer.pay(window)
    await shop.payple.billingKeys.charge(input(billingKey))
    expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid', payment: { method: 'billing-key' } })
    expect(charges(shop)).toBe(1)
  })
})

describe('trouble', () => {
  test('a lost answer is looked up: paid, once', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    shop.sandbox.control.fault({ operation: 'repay', effect: { type: 'lost-answer' } })
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toMatchObject({ status: 'paid' })
    expect([repayments(shop), charges(shop)]).toEqual([1, 1])
  })

  test.each(['SPCD1001'])('%s says nothing about the money: looked up, paid', async (code) => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    shop.sandbox.control.fault({ operation: 'repay', effect: { type: 'charged-code', code } })
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toMatchObject({ status: 'paid' })
  })

  test('an answer and its lookup lost: unknown, then paid when asked again', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    shop.sandbox.control.fault({ operation: 'repay', effect: { type: 'lost-answer' } })
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'refuse' } })
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toMatchObject({ status: 'unknown' })
    shop.world.advance(10_000)
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toMatchObject({ status: 'paid' })
    expect([repayments(shop), charges(shop)]).toEqual([1, 1])
  })

  test('a charge that could not be sent is a failure, and a new key tries again', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    shop.sandbox.control.fault({ operation: 'auth', effect: { type: 'refuse' }, times: 2 })
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toEqual(failed('GATEWAY_UNREACHABLE'))
    const second = await shop.payple.billingKeys.charge(input(billingKey, { idempotencyKey: 'key-2' }))
    expect(second).toMatchObject({ status: 'paid' })
  })

  test('a process that dies before sending leaves nothing in doubt; after sending, the next one finds it paid', async () => {
    for (const call of ['auth.php', 'SimplePayCardAct'] as const) {
      const shop = testShop()
      const billingKey = await saveCard(shop)
      await new Promise<void>((die) => {
        const doomed = shop.another({
          fetch: async (request) => {
            const answer = await asNetwork(shop.sandbox)(request)
            if (!request.url.includes(call)) return answer
            die()
            return new Promise(() => undefined)
          },
        })
        void doomed.billingKeys.charge(input(billingKey))
      })
      shop.world.advance(300_000)
      const outcome = await shop.another().billingKeys.charge(input(billingKey))
      expect(outcome).toMatchObject(call === 'auth.php' ? failed('GATEWAY_UNREACHABLE') : { status: 'paid' })
      expect(charges(shop)).toBe(call === 'auth.php' ? 0 : 1)
    }
  })

  test('a slow process that lost its claim before sending sends nothing', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    let wake: () => void = () => undefined
    const asleep = new Promise<void>((resolve) => {
      wake = resolve
    })
    let authenticating: () => void = () => undefined
    const arrived = new Promise<void>((resolve) => {
      authenticating = resolve
    })
    const slow = shop.another({
      fetch: async (request) => {
        if (request.url.includes('auth.php')) {
          authenticating()
          await asleep
        }
        return shop.sandbox.fetch(request)
      },
    })
    const late = slow.billingKeys.charge(input(billingKey))
    await arrived
    shop.world.advance(300_000)
    await shop.payple.reconcile()
    wake()
    expect(await late).toEqual(failed('GATEWAY_UNREACHABLE'))
    expect(repayments(shop)).toBe(0)
  })

  test('an answer with another amount is not believed: the charge goes back', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    shop.sandbox.control.fault({ operation: 'repay', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '99000' } } })
    // Payple refuses to give back more than it took; the lookup then says what that was.
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toMatchObject({ status: 'unknown' })
    shop.world.advance(10_000)
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toEqual(failed('CHARGE_RETURNED'))
    expect(shop.settled.at(-1)).toMatchObject({ type: 'voided', reason: 'mismatch' })
  })

  test('a lost card is unregistered by Payple: the key is gone here too, and the shop hears of it', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop, undefined, '4000000000003122')
    expect(await shop.payple.billingKeys.charge(input(billingKey))).toEqual(failed('PAYMENT_DECLINED'))
    expect(await shop.payple.billingKeys.get(billingKey)).toMatchObject({ removedBy: 'gateway' })
    expect(await shop.payple.billingKeys.list('card-of-kim')).toEqual([])
    expect(shop.settled).toContainEqual(expect.objectContaining({ type: 'billing-key-removed', by: 'gateway' }))
    const next = await shop.payple.billingKeys.charge(input(billingKey, { idempotencyKey: 'key-2' }))
    expect(next).toEqual(failed('BILLING_KEY_REMOVED'))
  })
})

describe('the once-a-month guard', () => {
  test('refuses a second charge of the card for the month with a code of its own, and lets the next month through', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    const charge = (orderId: string, month: string): Promise<unknown> =>
      shop.payple.billingKeys.charge(input(billingKey, { orderId, month, idempotencyKey: orderId }))
    expect(await charge('S-11', '202611')).toMatchObject({ status: 'paid' })
    expect(await charge('S-11-again', '202611')).toEqual(failed('MONTHLY_GUARD'))
    expect(await charge('S-12', '202612')).toMatchObject({ status: 'paid' })
    expect(charges(shop)).toBe(2)
  })

  test('a guarded charge whose answer was lost is found by its month', async () => {
    const shop = testShop()
    const billingKey = await saveCard(shop)
    shop.sandbox.control.fault({ operation: 'repay', effect: { type: 'lost-answer' } })
    expect(await shop.payple.billingKeys.charge(input(billingKey, { month: '202611' }))).toMatchObject({
      status: 'paid',
    })
  })
})

test('a cash receipt is ignored by a card, as a window ignores it', async () => {
  const shop = testShop()
  const billingKey = await saveCard(shop)
  const order = { ...COFFEE, cashReceipt: true }
  expect(await shop.payple.billingKeys.charge(input(billingKey, { order }))).toMatchObject({ status: 'paid' })
})

describe('input', () => {
  test.each<[string, object]>([
    ['billingKey', { billingKey: 'd0toSS9sT084bVJSNThScnFXQm9Gdz09' }],
    ['orderId', { orderId: '' }],
    ['idempotencyKey', { idempotencyKey: 'with space' }],
    ['month', { month: '2026-11' }],
    ['order', { order: null }],
  ])('a wrong %s is named, without its value', async (field, change) => {
    const shop = testShop()
    const wrong = { ...input('bk_AAAAAAAAAAAAAAAAAAAAAA'), ...change } as ChargeInput
    await expect(shop.payple.billingKeys.charge(wrong)).rejects.toThrow(`"${field}"`)
    await expect(shop.payple.billingKeys.charge(wrong)).rejects.not.toThrow('d0toSS9s')
  })

  test('an unknown reference, and an order below the minimum', async () => {
    const shop = testShop()
    expect(await shop.payple.billingKeys.charge(input('bk_AAAAAAAAAAAAAAAAAAAAAA'))).toEqual(
      failed('BILLING_KEY_NOT_FOUND'),
    )
    const billingKey = await saveCard(shop)
    expect(await shop.payple.billingKeys.charge(input(billingKey, { order: { ...COFFEE, total: 99 } }))).toMatchObject({
      status: 'failed',
      error: { code: 'ORDER_INVALID', field: 'total', rule: 'at least 100 won' },
    })
  })
})
