/** Foreign cards: money moves inside the window, and everything that comes back passes through the buyer's browser. */
import type { OpenedWindow, PreparedCheckout } from '@payple-kit/core'
import { describe, expect, test } from 'vitest'

import { failed } from '../testing/expectations.ts'
import { CONTRACT_LEDGERS } from '../testing/ledgers.ts'
import { OVERSEAS, SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop, TestShopOptions } from '../testing/test-shop.ts'

const MUG = { goods: 'Celadon mug', total: '19.90', currency: 'USD' } as const
type Prepared = Extract<PreparedCheckout, { kind: 'window' }>

function usdShop(setup: TestShopOptions = {}): TestShop {
  const shop = testShop(setup)
  shop.orders.set('A-1', MUG)
  return shop
}

async function open(shop: TestShop, checkoutId: string): Promise<OpenedWindow> {
  return (await shop.post(`checkouts/${checkoutId}/open`, {})).json() as Promise<OpenedWindow>
}

/** The gateway's form, posted by the buyer's browser: cross-site, without cookies. */
async function back(
  shop: TestShop,
  { action, result }: { action: string; result: Record<string, string> },
  dest = 'document',
) {
  const headers = { origin: 'https://payple.test', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest }
  return shop.payple.fetch(new Request(action, { method: 'POST', headers, body: new URLSearchParams(result) }))
}

type Act = Parameters<TestShop['buyer']['overseas']>[2]

/** Pays in the window; its result form. */
async function paid(shop: TestShop, window: Prepared['window'], opened: OpenedWindow, act: Act = {}) {
  const end = await shop.buyer.overseas(window, opened, act)
  if (end === undefined) throw new Error('The window posted nothing.')
  return end
}

/** Prepares, opens and does what the buyer does; the result is posted unless it never comes. */
async function buy(shop: TestShop, act: Act = {}, orderId = 'A-1'): Promise<Prepared> {
  const prepared = await shop.window(orderId, 'overseas-card')
  const end = await shop.buyer.overseas(prepared.window, await open(shop, prepared.checkoutId), act)
  if (end !== undefined) await back(shop, end)
  return prepared
}

const gateway = (shop: TestShop) => shop.sandbox.control.overseasPayments()
/** The gateway's own id of the first cancel. */
const cancelId = (shop: TestShop): string => gateway(shop)[0]?.cancels[0]?.apiId ?? ''

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
    const first = await shop.buyer.overseas(window, opened)
    await back(shop, first as NonNullable<typeof first>)
    const second = await shop.buyer.overseas(window, opened)
    for (let twice = 0; twice < 2; twice++) await back(shop, second as NonNullable<typeof second>)
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
    expect(told.toSorted()).toEqual(['free-1', 'free-2'])
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
    const end = await shop.buyer.overseas(old.window, opened)
    await back(shop, end as NonNullable<typeof end>)
    expect(gateway(shop)).toMatchObject([{ currency: 'USD', amount: 1990, cancelled: 1990 }])
    expect(await shop.payple.payments.get('A-1')).toBeNull()
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

/** A message as the seed prints it, and its handling. */
async function report(
  shop: TestShop,
  secret: string,
  type: 'PAYMENT' | 'CANCEL',
  { oid, apiId, totalAmount = '19.90' }: { oid: string; apiId: string; totalAmount?: string },
): Promise<Response> {
  const info = { totalAmount, currency: 'USD', service_oid: oid, submitTimeUtc: '2026-11-21 14:31:00' }
  const top = {
    type,
    result: 'A0000',
    message: '처리 성공',
    resultUrl: '',
    api_id: apiId,
    api_date: '2026-11-21 23:31:00',
  }
  const answer = await shop.post(
    `webhooks/overseas/${secret}`,
    { ...top, info, serviceDefine: '' },
    { origin: 'https://payple.test' },
  )
  for (let turn = 0; turn < 3_000; turn++) await new Promise((resolve) => setImmediate(resolve))
  await shop.payple.reconcile()
  return answer
}

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
