import { describe, expect, test } from 'vitest'

import { LEDGERS } from '../testing/ledgers.ts'
import { DOMESTIC, SHOP, testShop } from '../testing/test-shop.ts'
import { START } from '../testing/test-world.ts'

describe.each(LEDGERS)('preparing with a %s ledger', (_name, open) => {
  test('gives everything the page needs, and no secret', async () => {
    const shop = testShop({ ledger: open() })
    shop.orders.set('A-1', {
      goods: '📱 휴대폰 <b>"특가"</b>',
      total: 1000,
      currency: 'KRW',
      payer: { memberNo: 7, name: '홍길동', phone: '010-1234-5678', email: 'hong@shop.example' },
      tax: { vat: 91 },
    })
    const prepared = await shop.prepare('A-1')
    expect(prepared).toEqual({
      kind: 'window',
      checkoutId: expect.stringMatching(/^[\w-]{22}$/),
      orderId: 'A-1',
      oid: expect.stringMatching(/^261121-233000-[0-9a-z]{12}$/),
      goods: '휴대폰 <b>"특가"</b>',
      amount: 1000,
      currency: 'KRW',
      expiresAt: START + 600_000,
      window: { scriptUrl: 'https://payple.test/js/v1/payment.js', request: expect.any(Object) },
    })
    const { request } = (prepared as { window: { request: Record<string, string> } }).window
    expect(request).toMatchObject({
      clientKey: DOMESTIC.clientKey,
      PCD_PAY_WORK: 'CERT',
      PCD_CARD_VER: '01',
      PCD_PAY_TOTAL: '1000',
      PCD_PAY_TAXTOTAL: '91',
      PCD_PAYER_NO: '7',
      PCD_PAYER_HP: '01012345678',
      PCD_RST_URL: `/payple/return/${(prepared as { checkoutId: string }).checkoutId}`,
    })
    expect(JSON.stringify(prepared)).not.toMatch(new RegExp(`${DOMESTIC.custKey}|${DOMESTIC.refundKey}`))
  })

  test('a redirect gets an absolute return address for the same attempt', async () => {
    const shop = testShop({ ledger: open() })
    const { checkoutId } = await shop.window('A-1')
    const again = await (await shop.post('checkouts', { orderId: 'A-1', method: 'card', display: 'redirect' })).json()
    expect(again.checkoutId).toBe(checkoutId)
    expect(again.window.request.PCD_RST_URL).toBe(`${SHOP}/payple/return/${checkoutId}`)
  })

  test('again: the same attempt while it is open and the order unchanged', async () => {
    const shop = testShop({ ledger: open() })
    const first = await shop.window('A-1')
    expect(await shop.window('A-1')).toEqual(first)
    expect((await shop.window('A-1', 'app-card')).checkoutId).not.toBe(first.checkoutId)
    shop.world.advance(600_000)
    const renewed = await shop.window('A-1')
    expect([renewed.oid === first.oid, renewed.expiresAt]).toEqual([false, START + 1_200_000])
    expect(await shop.view(first.checkoutId)).toMatchObject({
      outcome: { status: 'failed', error: { code: 'CHECKOUT_EXPIRED' } },
    })
  })

  test('while a payment is in doubt there is no second window', async () => {
    const shop = testShop({ ledger: open() })
    const { checkoutId, window } = await shop.window('A-1')
    const { result } = await shop.buyer.pay(window)
    shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'lost-answer' } })
    shop.sandbox.control.fault({ operation: 'lookup', effect: { type: 'not-json' }, times: 2 })
    await shop.result(checkoutId, result)
    expect(await shop.prepare('A-1')).toMatchObject({
      kind: 'outcome',
      checkoutId,
      outcome: { status: 'unknown', checkoutId },
    })
    shop.world.advance(2_000)
    expect(await shop.prepare('A-1')).toMatchObject({ kind: 'outcome', checkoutId, outcome: { status: 'paid' } })
  })
})

test('two preparations at once agree on one attempt', async () => {
  const shop = testShop({ ledger: LEDGERS[1]?.[1]() as never })
  const prepared = await Promise.all(Array.from({ length: 5 }, () => shop.window('A-1')))
  expect(new Set(prepared.map((each) => each.checkoutId)).size).toBe(1)
})

describe('server mode', () => {
  test('authenticates while preparing, with the shop’s origin as Referer, and lives three minutes', async () => {
    const shop = testShop({ domestic: { authentication: 'server' } })
    const { checkoutId, expiresAt, window } = await shop.window('A-1')
    expect(expiresAt).toBe(START + 180_000)
    expect(window.request['PCD_PAY_URL']).toMatch(/^https:\/\/payple\.test\/index\.php/)
    expect(window.request).not.toHaveProperty('clientKey')
    const { result } = await shop.buyer.pay(window)
    expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid' })
  })

  test('a refused or unreachable gateway is told at once', async () => {
    const wrong = testShop({ domestic: { authentication: 'server', custKey: 'wrong-on-purpose' } })
    expect(await wrong.prepare('A-1')).toMatchObject({ error: { code: 'AUTH_REFUSED', gatewayCode: 'AUTH0002' } })
    const away = testShop({ domestic: { authentication: 'server' } })
    away.sandbox.control.fault({ operation: 'auth', effect: { type: 'refuse' }, times: 2 })
    expect(await away.prepare('A-1')).toMatchObject({ error: { code: 'GATEWAY_UNREACHABLE' } })
    expect((await away.prepare('A-1')).kind).toBe('window')
  })
})

test('app cards are a window of their own and are confirmed without a billing key', async () => {
  const shop = testShop()
  const { checkoutId, window } = await shop.window('A-1', 'app-card')
  expect(window.request).toMatchObject({ PCD_CARD_VER: '02' })
  const { result } = await shop.buyer.pay(window)
  expect(await shop.result(checkoutId, result)).toMatchObject({ status: 'paid', payment: { method: 'app-card' } })
})

test('the base path moves every address', async () => {
  const shop = testShop()
  const moved = shop.another({ basePath: '/api/pay' })
  shop.orders.set('A-1', { goods: 'x', total: 100, currency: 'KRW' })
  const request = new Request(`${SHOP}/api/pay/checkouts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ orderId: 'A-1', method: 'card', display: 'callback' }),
  })
  const prepared = await (await moved.fetch(request)).json()
  expect(prepared.window.request.PCD_RST_URL).toBe(`/api/pay/return/${prepared.checkoutId}`)
})
