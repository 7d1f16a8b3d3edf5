/** Foreign cards: money moves inside the window, and everything that comes back passes through the buyer's browser. */
import { describe, expect, test } from 'vitest'

import { failed } from '../testing/expectations.ts'
import { CONTRACT_LEDGERS } from '../testing/ledgers.ts'
import { back, buy, cancelId, gateway, MUG, open, report, usdShop } from '../testing/overseas-shop.ts'
import { OVERSEAS, SHOP } from '../testing/test-shop.ts'

describe.each(CONTRACT_LEDGERS)('an overseas payment (%s)', (_name, ledger) => {
  test('is paid: window, return, lookup, and ledger, gateway and shop agree', async () => {
    const shop = usdShop({ ledger: ledger() })
    const prepared = await shop.window('A-1', 'overseas-card')
    expect(prepared).toMatchObject({
      amount: 1990,
      currency: 'USD',
      price: 'US$19.90',
      window: {
        call: 'paypleGpayPaymentRequest',
        scriptUrl: 'https://payple.test/common/js/gpay-1.0.1.js',
        request: {
          service_id: 'demo',
          service_oid: prepared.oid,
          comments: 'Celadon mug',
          totalAmount: '19.90',
          currency: 'USD',
          resultUrl: `${SHOP}/payple/return/${prepared.checkoutId}`,
          isDirect: '',
        },
      },
    })
    expect(JSON.stringify(prepared)).not.toMatch(/abcd1234567890|Authorization/)
    const end = await shop.buyer.overseas(prepared.window, await open(shop, prepared.checkoutId))
    const answer = await back(shop, end as NonNullable<typeof end>)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `${SHOP}/checkout/return?checkout=${prepared.checkoutId}`,
    ])
    const payment = await shop.payple.payments.get('A-1')
    expect(payment).toMatchObject({
      method: 'overseas-card',
      amount: 1990,
      currency: 'USD',
      card: { name: '', number: '4242-****-****-4242' },
    })
    expect(payment).not.toHaveProperty('billingKey')
    expect(shop.settled).toMatchObject([{ type: 'paid', orderId: 'A-1', payment: { amount: 1990, currency: 'USD' } }])
    expect(gateway(shop)).toMatchObject([{ oid: prepared.oid, amount: 1990, cancelled: 0 }])
    await shop.close()
  })

  test('is given back in parts, each with its own answer', async () => {
    const shop = usdShop({ ledger: ledger() })
    await buy(shop)
    const refund = (amount: string | undefined, key: string) =>
      shop.payple.payments.refund({ orderId: 'A-1', idempotencyKey: key, ...(amount === undefined ? {} : { amount }) })
    expect(await refund('4.95', 'a')).toMatchObject({ status: 'refunded', refund: { amount: 495, currency: 'USD' } })
    expect(await refund('14.96', 'b')).toMatchObject({ error: { code: 'REFUND_TOO_MUCH', rule: 'at most US$14.95' } })
    expect(await refund(undefined, 'c')).toMatchObject({ status: 'refunded', payment: { refunded: 1990 } })
    expect(gateway(shop)).toMatchObject([{ cancelled: 1990 }])
    await shop.close()
  })

  test('leaves a card that is kept when the order says so, and charged later', async () => {
    const shop = usdShop({ ledger: ledger() })
    shop.orders.set('A-1', { ...MUG, saveCard: true })
    await buy(shop)
    const { billingKey } = (await shop.payple.payments.get('A-1')) ?? {}
    expect(billingKey?.id).toMatch(/^bk_/)
    const charge = { billingKey: billingKey?.id ?? '', orderId: 'SUB-1', order: MUG, idempotencyKey: 'c' }
    expect(await shop.payple.billingKeys.charge(charge)).toMatchObject({
      status: 'paid',
      payment: { method: 'overseas-billing-key', amount: 1990, currency: 'USD' },
    })
    shop.orders.set('A-2', { ...MUG, saveCard: true })
    await buy(shop, {}, 'A-2')
    expect((await shop.payple.payments.get('A-2'))?.billingKey).toEqual(billingKey)
    await shop.close()
  })

  test('a key that a charge answers takes the place of the one that was sent, under the same reference', async () => {
    const shop = usdShop({ ledger: ledger() })
    shop.orders.set('A-1', { ...MUG, saveCard: true })
    await buy(shop)
    const id = (await shop.payple.payments.get('A-1'))?.billingKey?.id ?? ''
    const charge = (n: number) =>
      shop.payple.billingKeys.charge({ billingKey: id, orderId: `SUB-${n}`, order: MUG, idempotencyKey: `c-${n}` })
    const before = await shop.ledger.billingKey(id)
    shop.sandbox.control.fault({
      operation: 'gpay-charge',
      effect: { type: 'alter', fields: { billing_key: 'another' } },
    })
    expect(await charge(1)).toMatchObject({ status: 'paid' })
    expect((await shop.ledger.billingKey(id))?.fingerprint).not.toBe(before?.fingerprint)
    // The sandbox knows of no such key: that it refuses shows which one was sent.
    expect(await charge(2)).toMatchObject({ status: 'failed', error: { gatewayCode: 'SIM_KEY' } })
    await shop.close()
  })

  test('an answer about another order number replaces no key', async () => {
    const shop = usdShop({ ledger: ledger() })
    shop.orders.set('A-1', { ...MUG, saveCard: true })
    await buy(shop)
    const id = (await shop.payple.payments.get('A-1'))?.billingKey?.id ?? ''
    const fields = { billing_key: 'another', service_oid: 'somebody-elses' }
    shop.sandbox.control.fault({ operation: 'gpay-charge', effect: { type: 'alter', fields } })
    const before = await shop.ledger.billingKey(id)
    await shop.payple.billingKeys.charge({ billingKey: id, orderId: 'SUB-1', order: MUG, idempotencyKey: 'c' })
    expect(await shop.ledger.billingKey(id)).toEqual(before)
    await shop.close()
  })
})

describe('what gets lost', () => {
  test('a tab that was closed after paying is found by the reconciler', async () => {
    const shop = usdShop()
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    await shop.buyer.overseas(window, await open(shop, checkoutId))
    shop.world.advance(120_000)
    await shop.payple.reconcile()
    expect(await shop.payple.payments.get('A-1')).toMatchObject({ amount: 1990 })
  })

  test('the buyer who closes is canceled; the one who paid and then closed is paid', async () => {
    const shop = usdShop()
    const closed = await buy(shop, { close: true })
    expect(await shop.view(closed.checkoutId)).toMatchObject({ outcome: { status: 'canceled' } })
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    await shop.buyer.overseas(window, await open(shop, checkoutId))
    expect(await shop.result(checkoutId, { PCD_PAY_RST: 'close' })).toMatchObject({ status: 'paid' })
  })

  test('a result that comes twice, and by frame, pays once', async () => {
    const shop = usdShop()
    const prepared = await shop.window('A-1', 'overseas-card')
    const end = await shop.buyer.overseas(prepared.window, await open(shop, prepared.checkoutId))
    if (end === undefined) throw new Error('no result')
    const answers = await Promise.all([back(shop, end), back(shop, end), back(shop, end, 'iframe')])
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 200])
    const page = await answers[2].text()
    expect(page).toContain(`data-checkout="${prepared.checkoutId}"`)
    expect(answers[2]?.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*script-src 'sha256-/)
    expect(shop.settled).toHaveLength(1)
  })

  test('a lost answer to the return of a wrong charge is never sent twice; its report ends it', async () => {
    const secret = 'a-secret-nobody-guesses'
    const shop = usdShop({ options: { webhooks: { secret } } })
    shop.sandbox.control.fault({ operation: 'gpay-cancel', effect: { type: 'lost-answer' } })
    const { checkoutId } = await buy(shop, { change: { totalAmount: '0.10' } })
    for (let round = 0; round < 12; round++) {
      shop.world.advance(700_000)
      await shop.payple.reconcile()
    }
    expect(gateway(shop)).toMatchObject([{ cancelled: 10, cancels: [{ by: 'api' }] }])
    expect(await shop.payple.attention.list()).toMatchObject([{ kind: 'void-in-doubt', subject: checkoutId }])
    const [charge] = gateway(shop)
    await report(shop, secret, 'CANCEL', { oid: charge?.oid ?? '', apiId: cancelId(shop), totalAmount: '0.10' })
    expect(await shop.view(checkoutId)).toMatchObject({ outcome: failed('CHARGE_RETURNED') })
    expect(await shop.payple.attention.list()).toEqual([])
  })
})

describe('the token', () => {
  test('is given on the click only, to an attempt that may still be opened', async () => {
    const shop = usdShop()
    const { checkoutId } = await shop.window('A-1', 'overseas-card')
    const { authorization } = await open(shop, checkoutId)
    expect(authorization.length).toBeGreaterThan(100)
    // Once: another window has another order number.
    const again = await shop.post(`checkouts/${checkoutId}/open`, {})
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ error: { code: 'CHECKOUT_CLOSED' } })
    expect((await shop.window('A-1', 'overseas-card')).checkoutId).not.toBe(checkoutId)
  })

  test('is never logged, nor is the key or the card', async () => {
    const shop = usdShop()
    const { checkoutId, window } = await shop.window('A-1', 'overseas-card')
    const opened = await open(shop, checkoutId)
    const end = await shop.buyer.overseas(window, opened)
    await back(shop, end as NonNullable<typeof end>)
    const logged = JSON.stringify(shop.logs)
    for (const secret of [opened.authorization, OVERSEAS.serviceKey, end?.result['billing_key'] ?? '-'])
      expect(logged).not.toContain(secret)
  })

  test('a refused one opens nothing and says why', async () => {
    const accounts = [{ ...OVERSEAS, allowedIps: ['203.0.113.7'] }]
    const shop = usdShop({ sandbox: { overseas: { accounts } } })
    const { checkoutId } = await shop.window('A-1', 'overseas-card')
    const answer = await shop.post(`checkouts/${checkoutId}/open`, {})
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({ error: { code: 'AUTH_REFUSED', gatewayCode: 'T0310' } })
  })

  test('of a server is fetched anew when Payple does not like it any more', async () => {
    const shop = usdShop()
    await buy(shop)
    shop.sandbox.control.fault({ operation: 'gpay-lookup', effect: { type: 'code', code: 'T0999' } })
    shop.orders.set('A-2', MUG)
    await buy(shop, {}, 'A-2')
    expect(await shop.payple.payments.get('A-2')).toMatchObject({ amount: 1990 })
  })
})

describe('orders', () => {
  test.each([
    ['dollars as a number', { ...MUG, total: 19.9 }, 'total'],
    ['three decimals', { ...MUG, total: '19.901' }, 'total'],
    ['nothing', { ...MUG, total: '0.00' }, 'total'],
    ['another currency', { ...MUG, currency: 'EUR' }, 'currency'],
    ['a name no card form takes', { ...MUG, goods: 'a "mug"' }, 'method'],
  ])('%s is the shop’s mistake', async (_what, order, field) => {
    const shop = usdShop()
    shop.orders.set('A-1', order as never)
    expect(await shop.prepare('A-1', 'overseas-card')).toMatchObject({ error: { code: 'ORDER_INVALID', field } })
  })

  test('won are taken too; dollars by a domestic card are not', async () => {
    const shop = usdShop()
    shop.orders.set('W-1', { goods: '머그컵', total: 25_000, currency: 'KRW' })
    await buy(shop, {}, 'W-1')
    expect(await shop.payple.payments.get('W-1')).toMatchObject({ amount: 25_000, currency: 'KRW' })
    expect(await shop.prepare('A-1', 'card')).toMatchObject({ error: { code: 'ORDER_INVALID', field: 'currency' } })
  })

  test('without the overseas option the method is refused', async () => {
    const shop = usdShop({ options: { overseas: undefined } })
    expect(await shop.prepare('A-1', 'overseas-card')).toMatchObject({ error: { code: 'OVERSEAS_NOT_CONFIGURED' } })
  })
})
