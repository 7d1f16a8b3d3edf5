/** Messages of the overseas product: stored first, asked about, and never simply believed. */
import { describe, expect, test } from 'vitest'

import { back, buy, cancelId, gateway, open, paid, report, usdShop } from '../testing/overseas-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

describe('messages', () => {
  const secret = 'a-secret-nobody-guesses'
  const hooked = (): TestShop => usdShop({ options: { webhooks: { secret } } })

  test('a payment that the browser never reported is settled by its webhook, and a forged one by nothing', async () => {
    const shop = hooked()
    const { checkoutId, oid, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    const answer = await report(shop, secret, 'PAYMENT', { oid, apiId: '1234567890123456789012' })
    expect(answer.status).toBe(200)
    expect(await shop.payple.payments.get('A-1')).toBeNull()
    await shop.buyer.overseas(window, opened)
    await report(shop, secret, 'PAYMENT', { oid, apiId: '6548264741426583803027' })
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1990 })
  })

  test('a payment hidden behind a later one of its number is settled by its webhook', async () => {
    const shop = hooked()
    const { checkoutId, oid, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    await shop.buyer.overseas(window, opened)
    await shop.buyer.overseas(window, opened, { change: { totalAmount: '0.10' } })
    const [right] = gateway(shop)
    await report(shop, secret, 'PAYMENT', { oid, apiId: right?.apiId ?? '' })
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1990 })
    expect(gateway(shop)[0]).toMatchObject({ cancelled: 0 })
  })

  test('a refund whose answer was lost stays in doubt until its report, and is given back once', async () => {
    const shop = hooked()
    const { oid } = await buy(shop)
    shop.sandbox.control.fault({ operation: 'gpay-cancel', effect: { type: 'lost-answer' } })
    const refund = { orderId: 'A-1', amount: '4.95', idempotencyKey: 'r' }
    expect(await shop.payple.payments.refund(refund)).toMatchObject({ status: 'unknown' })
    shop.world.advance(700_000)
    await shop.payple.reconcile()
    expect(await shop.payple.payments.refund(refund)).toMatchObject({ status: 'unknown' })
    expect(gateway(shop)[0]?.cancels).toHaveLength(1)
    const told = { oid, apiId: cancelId(shop), totalAmount: '4.95' }
    await report(shop, secret, 'CANCEL', told)
    expect(await shop.payple.payments.refund(refund)).toMatchObject({ status: 'refunded', payment: { refunded: 495 } })
    // The same message again ends no second refund.
    await report(shop, secret, 'CANCEL', told)
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ refunded: 495 })
  })

  test('a second payment that Payple could not be asked about goes back later', async () => {
    const shop = hooked()
    const { checkoutId, oid, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    await back(shop, await paid(shop, window, opened))
    await paid(shop, window, opened)
    shop.sandbox.control.fault({ operation: 'gpay-lookup', effect: { type: 'status', status: 502 }, times: 2 })
    await report(shop, secret, 'PAYMENT', { oid, apiId: gateway(shop)[1]?.apiId ?? '' })
    expect(gateway(shop)[1]).toMatchObject({ cancelled: 0 })
    shop.world.advance(60_000)
    await shop.payple.reconcile()
    expect(gateway(shop).map(({ cancelled }) => cancelled)).toEqual([0, 1990])
  })

  test('a second payment that Payple never shows goes to a person in the end', async () => {
    const shop = hooked()
    const { oid } = await buy(shop)
    shop.sandbox.control.fault({ operation: 'gpay-lookup', effect: { type: 'status', status: 502 }, times: 1_000 })
    const payId = '1234567890123456789012'
    await report(shop, secret, 'PAYMENT', { oid, apiId: payId })
    for (let round = 0; round < 20; round++) {
      shop.world.advance(700_000)
      await shop.payple.reconcile()
    }
    expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'foreign-charge', subject: payId }])
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1990 })
  })

  test('the report of a second payment’s return ends no refund of the first', async () => {
    const shop = hooked()
    const { checkoutId, oid, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    await back(shop, await paid(shop, window, opened))
    shop.sandbox.control.fault({ operation: 'gpay-cancel', effect: { type: 'code', code: 'SIM_ODD' } })
    const refund = { orderId: 'A-1', idempotencyKey: 'r' }
    expect(await shop.payple.payments.refund(refund)).toMatchObject({ status: 'unknown' })
    await back(shop, await paid(shop, window, opened))
    const second = gateway(shop)[1]
    expect(second).toMatchObject({ cancelled: 1990 })
    await report(shop, secret, 'CANCEL', { oid, apiId: second?.cancels[0]?.apiId ?? '', totalAmount: '19.90' })
    expect(await shop.payple.payments.refund(refund)).toMatchObject({ status: 'unknown' })
  })

  test('the report of our own refund is known; one that nobody asked for goes to a person and changes nothing', async () => {
    const shop = hooked()
    const { oid } = await buy(shop)
    await shop.payple.payments.refund({ orderId: 'A-1', amount: '4.95', idempotencyKey: 'r' })
    await report(shop, secret, 'CANCEL', { oid, apiId: cancelId(shop), totalAmount: '4.95' })
    expect(await shop.payple.attention.list()).toEqual([])
    await report(shop, secret, 'CANCEL', { oid, apiId: '676273618072602', totalAmount: '4.95' })
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ refunded: 495 })
    expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'webhook-unmatched', orderId: 'A-1' }])
  })

  test('the domestic address takes none of them', async () => {
    const shop = hooked()
    const { oid } = await shop.window('A-1', 'overseas-card')
    const body = { type: 'PAYMENT', result: 'A0000', api_id: '1', info: { service_oid: oid } }
    expect((await shop.post(`webhooks/domestic/${secret}`, body)).status).toBe(400)
  })
})
