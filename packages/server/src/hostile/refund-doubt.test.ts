/** Whose money went back: ours, or somebody's in partner admin? A refund is only called done or failed on evidence. */
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { expect, test } from 'vitest'

import type { RefundInput } from '../operations/refund.ts'
import { payOrder } from '../testing/saved-card.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'

const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
const refundingShop = (setup: TestShopOptions = {}): TestShop =>
  testShop({ ...setup, domestic: { cstId, custKey, refundKey, clientKey } })
const input = (change: Partial<RefundInput> = {}): RefundInput => ({
  orderId: 'A-1',
  idempotencyKey: 'refund-1',
  amount: 300,
  ...change,
})
const isCancel = (request: Request): boolean => request.url.includes('cPayCAct')
const lost = (): Error => Object.assign(new TypeError('reset'), { cause: { code: 'ECONNRESET' } })

test('money given back in partner admin does not pass for our own refund that never arrived', async () => {
  const shop = refundingShop()
  const { oid } = await payOrder(shop, 'A-1')
  shop.sandbox.control.cancelFromConsole(oid, 300)
  const cut = shop.another({
    fetch: async (request) => {
      if (isCancel(request)) throw lost()
      return asNetwork(shop.sandbox)(request)
    },
  })
  expect(await cut.payments.refund(input())).toMatchObject({ status: 'unknown' })
  expect(await shop.payple.payments.get('A-1')).toMatchObject({ refunded: 300 })
})

test('when more went back than ours explains, a person is asked', async () => {
  const shop = refundingShop()
  const { oid } = await payOrder(shop, 'A-1')
  const cut = shop.another({
    fetch: async (request) => {
      if (!isCancel(request)) return asNetwork(shop.sandbox)(request)
      shop.sandbox.control.cancelFromConsole(oid, 500)
      throw lost()
    },
  })
  expect(await cut.payments.refund(input())).toMatchObject({ status: 'unknown' })
  for (let round = 0; round < 8; round++) {
    shop.world.advance(700_000)
    await shop.payple.reconcile()
  }
  expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'refund-in-doubt', orderId: 'A-1' }])
})

test.each(['CPCA0010', 'NEWCODE1'])(
  'a doubtful refusal (%s) of a refund that was carried out is not called failed because the payment does not show it',
  async (code) => {
    const shop = refundingShop()
    const { oid } = await payOrder(shop, 'A-1')
    shop.sandbox.control.fault({
      operation: 'cancel',
      effect: { type: 'alter', fields: { PCD_PAY_RST: 'error', PCD_PAY_CODE: code } },
    })
    const blind = shop.another({
      fetch: async (request) => {
        const answer = await asNetwork(shop.sandbox)(request)
        const fields = (await answer.clone().json()) as Record<string, unknown>
        if (!('PCD_REFUND_TOTAL' in fields) || isCancel(request)) return answer
        const { PCD_REFUND_TOTAL: _hidden, ...rest } = fields
        return Response.json(rest)
      },
    })
    expect(await blind.payments.refund(input())).toMatchObject({ status: 'unknown' })
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ refundedTotal: 300 })
    // Once Payple shows it, it is done.
    shop.world.advance(700_000)
    await shop.payple.reconcile()
    expect(await shop.payple.payments.refund(input())).toMatchObject({ status: 'refunded' })
  },
)

test('paid a moment before midnight in Korea and filed under the next day: the refund finds it', async () => {
  const shop = refundingShop()
  shop.world.advance(29 * 60_000 + 58_000)
  const late = shop.another({
    fetch: async (request) => {
      if (/Confirm/i.test(request.url)) shop.world.advance(5_000)
      const answer = await asNetwork(shop.sandbox)(request)
      const fields = (await answer.clone().json()) as Record<string, unknown>
      const { PCD_PAY_TIME: _hidden, ...rest } = fields
      return Response.json(rest)
    },
  })
  const { checkoutId, oid, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  expect(await shop.result(checkoutId, result, late)).toMatchObject({ status: 'paid' })
  expect(await late.payments.refund(input())).toMatchObject({ status: 'refunded' })
  expect(shop.sandbox.control.payment(oid)).toMatchObject({ refundedTotal: 300 })
})
