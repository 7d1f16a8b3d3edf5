/** What a buyer can change in the window of an overseas card, and what it must not buy. */
import { describe, expect, test } from 'vitest'

import { failed } from '../testing/expectations.ts'
import { back, buy, gateway, MUG, open, paid, usdShop } from '../testing/overseas-shop.ts'

describe('what a buyer changes in the browser', () => {
  test.each<[string, Record<string, string>]>([
    ['the amount', { totalAmount: '0.10' }],
    ['the currency', { currency: 'KRW', totalAmount: '1990' }],
  ])('%s: the charge goes back at once, and the order is not paid', async (_what, change) => {
    const shop = usdShop()
    const { checkoutId } = await buy(shop, { change })
    expect(await shop.view(checkoutId)).toMatchObject({ outcome: failed('CHARGE_RETURNED') })
    const [charge] = gateway(shop)
    expect(charge?.cancelled).toBe(charge?.amount)
    expect(shop.settled).toMatchObject([{ type: 'voided', reason: 'mismatch', currency: charge?.currency }])
  })

  test('the order number: the money goes back once, and a person is told', async () => {
    const shop = usdShop()
    await buy(shop, { change: { service_oid: 'free-lunch' } })
    expect(gateway(shop)).toMatchObject([{ oid: 'free-lunch', amount: 1990, cancelled: 1990 }])
    expect(await shop.payple.payments.get('A-1')).toBeNull()
    expect(await shop.payple.attention.list()).toMatchObject([
      { kind: 'foreign-charge', subject: gateway(shop)[0]?.apiId, orderId: 'A-1', detail: 'free-lunch returned' },
    ])
  })

  test('one token used for two payments: the second goes back, and the order stays paid', async () => {
    const shop = usdShop()
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    await back(shop, await paid(shop, window, opened))
    const second = await paid(shop, window, opened)
    for (let twice = 0; twice < 2; twice++) await back(shop, second)
    expect(gateway(shop).map(({ cancelled }) => cancelled)).toEqual([0, 1990])
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1990 })
    expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'foreign-charge' }])
  })

  test('two payments under other numbers in one window: a person hears of each', async () => {
    const shop = usdShop()
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    shop.sandbox.control.fault({ operation: 'gpay-cancel', effect: { type: 'lost-answer' }, times: 2 })
    for (const service_oid of ['free-1', 'free-2'])
      await back(shop, await paid(shop, window, opened, { change: { service_oid } }))
    const told = (await shop.payple.attention.list()).map(({ detail }) => detail)
    expect(new Set(told)).toEqual(new Set(['free-1', 'free-2']))
  })

  test('one token used for a wrong payment after the right one: the right one counts, and the wrong one goes back', async () => {
    const shop = usdShop()
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    const right = await paid(shop, window, opened)
    // By the order number the gateway now shows this one.
    const wrong = await paid(shop, window, opened, { change: { totalAmount: '0.10' } })
    await back(shop, right)
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1990 })
    await back(shop, wrong)
    expect(gateway(shop).map(({ amount, cancelled }) => [amount, cancelled])).toEqual([
      [1990, 0],
      [10, 10],
    ])
    expect(await shop.view(checkoutId)).toMatchObject({ outcome: { status: 'paid' } })
  })

  test('a window from before the order was priced in won: the dollars go back', async () => {
    const shop = usdShop()
    const old = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, old.checkoutId)
    shop.orders.set('A-1', { goods: 'Celadon mug', total: '1990', currency: 'KRW' })
    await shop.window('A-1', 'overseas-card')
    await back(shop, await paid(shop, old.window, opened))
    expect(gateway(shop)).toMatchObject([{ currency: 'USD', amount: 1990, cancelled: 1990 }])
    expect(await shop.payple.payments.get('A-1')).toBeNull()
  })

  test('a right payment before a wrong one is found by its own id, also when Payple could not be asked at first', async () => {
    const shop = usdShop()
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    const right = await paid(shop, window, opened)
    await paid(shop, window, opened, { change: { totalAmount: '0.10' } })
    shop.sandbox.control.fault({ operation: 'gpay-lookup', effect: { type: 'status', status: 502 }, times: 4 })
    await back(shop, right)
    expect(await shop.view(checkoutId)).toMatchObject({ outcome: { status: 'unknown' } })
    shop.world.advance(15_000)
    await back(shop, right)
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1990 })
  })

  test('a payment of somebody else’s, named in a forged result, is left alone', async () => {
    const shop = usdShop()
    shop.orders.set('B-1', MUG)
    await buy(shop, {}, 'B-1')
    const [theirs] = gateway(shop)
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    await open(shop, checkoutId)
    const action = window.request['resultUrl'] ?? ''
    const forged = { type: 'PAYMENT', result: 'A0000', api_id: theirs?.apiId ?? '', service_oid: theirs?.oid ?? '' }
    await back(shop, { action, result: { ...forged, totalAmount: '19.90', currency: 'USD' } })
    expect(gateway(shop)).toMatchObject([{ cancelled: 0 }])
    expect(await shop.payple.payments.get('A-1')).toBeNull()
    expect(await shop.payple.payments.get('B-1')).toMatchObject({ amount: 1990 })
  })

  test('a forged success pays nothing', async () => {
    const shop = usdShop()
    const { checkoutId, oid, window } = await shop.window('A-1', 'overseas-card')
    const result = { type: 'PAYMENT', result: 'A0000', service_oid: oid, totalAmount: '19.90', currency: 'USD' }
    await back(shop, { action: window.request['resultUrl'] ?? '', result })
    expect((await shop.view(checkoutId)).outcome?.status).not.toBe('paid')
    expect(shop.settled).toEqual([])
  })
})
