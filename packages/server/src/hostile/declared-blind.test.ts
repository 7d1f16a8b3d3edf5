/** A person's declaration counts only after Payple was asked once more and answered, or when the person says that it cannot be. */
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { expect, test } from 'vitest'

import { payOrder } from '../testing/saved-card.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'

const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
const refused = (): Error => Object.assign(new TypeError('refused'), { cause: { code: 'ECONNREFUSED' } })

test('an attempt that was charged is not released while Payple is out of reach', async () => {
  const shop = testShop()
  const { checkoutId, oid, window } = await shop.window('A-1')
  const { result } = await shop.buyer.pay(window)
  shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
  shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'not-json' }, times: 99 })
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'unknown' })
  const offline = shop.another({ fetch: async () => Promise.reject(refused()) })
  expect(await offline.payments.release(checkoutId, 'not in partner admin')).toMatchObject({ status: 'unknown' })
  expect(shop.sandbox.control.payment(oid)).toMatchObject({ status: 'paid' })
  expect(await offline.payments.release(checkoutId, 'Payple is down all day', { unasked: true })).toMatchObject({
    status: 'failed',
    error: { code: 'RELEASED' },
  })
})

test('a refund that was carried out is not declared failed while Payple is out of reach', async () => {
  const shop = testShop({ domestic: { cstId, custKey, refundKey, clientKey } })
  await payOrder(shop, 'A-1')
  const half = shop.another({
    fetch: async (request) => {
      if (request.url.includes('PayChkAct')) throw refused()
      const answer = await asNetwork(shop.sandbox)(request)
      if (request.url.includes('cPayCAct')) throw Object.assign(new TypeError('x'), { cause: { code: 'ECONNRESET' } })
      return answer
    },
  })
  const asked = await half.payments.refund({ orderId: 'A-1', amount: 400, idempotencyKey: 'r' })
  const id = asked.status === 'unknown' ? asked.refund.id : ''
  expect(await half.payments.declareRefund(id, 'failed', 'not there')).toMatchObject({ state: 'unknown' })
  expect(await half.payments.declareRefund(id, 'failed', 'not there', { unasked: true })).toMatchObject({
    state: 'failed',
  })
})
