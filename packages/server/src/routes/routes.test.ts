import { describe, expect, test } from 'vitest'

import { SERVER_ERRORS } from '../errors.ts'
import { SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

const NOBODY = 'AAAAAAAAAAAAAAAAAAAAAA'
const BODY = { orderId: 'A-1', method: 'card', display: 'callback' }
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`

async function expectRefusal(response: Response, status: number, code: string, field?: string): Promise<void> {
  const body = await response.json()
  expect([response.status, body.error.code, body.error.field]).toEqual([status, code, field])
  expect(body.error.buyer).toEqual(SERVER_ERRORS[code as keyof typeof SERVER_ERRORS].buyer)
  expect(Object.keys(body)).toEqual(['error'])
}

describe('POST checkouts refuses', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', 'hello', ''],
    ['broken JSON', '{"orderId":', ''],
    ['nothing', '', ''],
    ['null', 'null', ''],
    ['a list', [BODY], ''],
    ['a number', '7', ''],
    ['nesting without end', deep, ''],
    ['no order id', { ...BODY, orderId: undefined }, 'orderId'],
    ['an order id that is a number', { ...BODY, orderId: 1 }, 'orderId'],
    ['an empty order id', { ...BODY, orderId: '' }, 'orderId'],
    ['a long order id', { ...BODY, orderId: 'x'.repeat(129) }, 'orderId'],
    ['a control character', { ...BODY, orderId: 'a\u0000b' }, 'orderId'],
    ['an unknown method', { ...BODY, method: 'cash' }, 'method'],
    ['an inherited name as method', { ...BODY, method: 'toString' }, 'method'],
    ['an unknown display', { ...BODY, display: 'popup' }, 'display'],
    ['an unknown field', { ...BODY, total: 1 }, 'total'],
    ['a prototype', '{"orderId":"A-1","method":"card","display":"callback","__proto__":{"x":1}}', '__proto__'],
    ['a huge field name', { ...BODY, ['x'.repeat(500)]: 1 }, `${'x'.repeat(64)}…`],
  ])('%s', async (_what, body, field) => {
    const shop = testShop()
    await expectRefusal(await shop.post('checkouts', body), 400, 'BODY_INVALID', field)
  })

  test('names the rule and never repeats the value', async () => {
    const response = await testShop().post('checkouts', { ...BODY, method: 'sneaky-value' })
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ error: { rule: expect.stringContaining("'card' or 'app-card' or") } })
    expect(text).not.toContain('sneaky-value')
  })
})

describe('every JSON route', () => {
  const ROUTES: readonly (readonly [path: string, body: unknown])[] = [
    ['checkouts', BODY],
    [`checkouts/${NOBODY}/open`, {}],
    [`checkouts/${NOBODY}/result`, { result: {} }],
  ]

  test.each(ROUTES)('%s: wrong content type, wrong origin, too large', async (path, body) => {
    const shop = testShop()
    await expectRefusal(
      await shop.post(path, body, { 'content-type': 'text/plain' }),
      415,
      'CONTENT_TYPE_INVALID',
      'content-type',
    )
    await expectRefusal(
      await shop.post(path, body, { 'content-type': 'application/jsonp' }),
      415,
      'CONTENT_TYPE_INVALID',
      'content-type',
    )
    await expectRefusal(
      await shop.post(path, body, { origin: 'https://evil.example' }),
      403,
      'ORIGIN_REFUSED',
      'origin',
    )
    await expectRefusal(await shop.post(path, body, { origin: 'null' }), 403, 'ORIGIN_REFUSED', 'origin')
    await expectRefusal(await shop.post(path, `"${'x'.repeat(65_536)}"`), 413, 'BODY_TOO_LARGE')
  })

  test.each(ROUTES)('%s: accepts a charset and no Origin at all', async (path, body) => {
    const shop = testShop()
    const headers = { 'content-type': 'application/json; charset=utf-8' }
    const response = await shop.payple.fetch(
      new Request(`${SHOP}/payple/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
    )
    expect([404]).toContain(response.status)
  })

  test('a body that never ends is cut off, whatever content-length says', async () => {
    const shop = testShop()
    let pulled = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(new Uint8Array(16_384))
      },
    })
    const headers = { 'content-type': 'application/json', 'content-length': '10' }
    const request = new Request(`${SHOP}/payple/checkouts`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit)
    await expectRefusal(await shop.payple.fetch(request), 413, 'BODY_TOO_LARGE')
    expect(pulled).toBeLessThan(10)
  })
})

describe('unknown things', () => {
  test.each([
    ['GET', `checkouts/${NOBODY}`],
    ['GET', 'checkouts/short'],
    ['GET', 'checkouts/..%2f..%2fetc'],
    ['GET', `checkouts/${'x'.repeat(5_000)}`],
    ['GET', `return/${NOBODY}`],
    ['POST', `return/${NOBODY}`],
  ])('%s %s is 404', async (method, path) => {
    const shop = testShop()
    await expectRefusal(
      await shop.payple.fetch(new Request(`${SHOP}/payple/${path}`, { method })),
      404,
      'CHECKOUT_NOT_FOUND',
    )
  })

  test.each(['', 'payple', 'payple/', 'payple/nothing', 'payplecheckouts', 'checkouts'])(
    'path "%s" is 404',
    async (path) => {
      const shop = testShop()
      await expectRefusal(await shop.payple.fetch(new Request(`${SHOP}/${path}`)), 404, 'ROUTE_NOT_FOUND')
    },
  )

  test.each([
    ['GET', 'checkouts', 'POST'],
    ['DELETE', 'checkouts', 'POST'],
    ['POST', `checkouts/${NOBODY}`, 'GET'],
    ['PUT', `checkouts/${NOBODY}/result`, 'POST'],
    ['GET', `checkouts/${NOBODY}/open`, 'POST'],
    ['PATCH', `return/${NOBODY}`, 'GET, POST'],
    ['GET', `auth/${NOBODY}`, 'POST'],
  ])('%s %s is 405', async (method, path, allow) => {
    const shop = testShop()
    const response = await shop.payple.fetch(new Request(`${SHOP}/payple/${path}`, { method }))
    expect(response.headers.get('allow')).toBe(allow)
    await expectRefusal(response, 405, 'METHOD_NOT_ALLOWED')
  })

  test('an attempt of another environment is not there', async () => {
    const shop = testShop()
    const { checkoutId } = await shop.window('A-1')
    const other = shop.another({ environment: 'test' })
    expect((await other.fetch(new Request(`${SHOP}/payple/checkouts/${checkoutId}`))).status).toBe(404)
    expect(await other.payments.history('A-1')).toEqual([])
  })
})

describe('orders', () => {
  const prepare = (shop: TestShop): Promise<Response> => shop.post('checkouts', BODY)

  test('an order that loadOrder does not give is 404', async () => {
    await expectRefusal(await prepare(testShop()), 404, 'ORDER_NOT_FOUND')
  })

  test('a loadOrder that throws is told as such, without its message', async () => {
    const shop = testShop({ options: { loadOrder: () => Promise.reject(new RangeError('db password hunter2')) } })
    const response = await prepare(shop)
    expect(await response.clone().text()).not.toContain('hunter2')
    await expectRefusal(response, 503, 'ORDER_UNAVAILABLE')
    expect(shop.logs).toContainEqual(
      expect.objectContaining({ event: 'order-unavailable', error: 'RangeError', orderId: 'A-1' }),
    )
  })

  test.each<[string, unknown, string]>([
    ['text', 'A-1', ''],
    ['no goods', { total: 1000, currency: 'KRW' }, 'goods'],
    ['blank goods', { goods: ' ', total: 1000, currency: 'KRW' }, 'goods'],
    ['no total', { goods: 'x', currency: 'KRW' }, 'total'],
    ['a total in text with separators', { goods: 'x', total: '1,000', currency: 'KRW' }, 'total'],
    ['a fraction', { goods: 'x', total: 10.5, currency: 'KRW' }, 'total'],
    ['a negative total', { goods: 'x', total: -1, currency: 'KRW' }, 'total'],
    ['not a number', { goods: 'x', total: Number.NaN, currency: 'KRW' }, 'total'],
    ['too little', { goods: 'x', total: 99, currency: 'KRW' }, 'total'],
    ['too much to count', { goods: 'x', total: 2 ** 60, currency: 'KRW' }, 'total'],
    ['another currency', { goods: 'x', total: 1000, currency: 'USD' }, 'currency'],
    ['a long name', { goods: 'x', total: 1000, currency: 'KRW', payer: { name: '가'.repeat(21) } }, 'payer.name'],
    [
      'a member number in letters',
      { goods: 'x', total: 1000, currency: 'KRW', payer: { memberNo: 'kim' } },
      'payer.memberNo',
    ],
    ['more VAT than total', { goods: 'x', total: 1000, currency: 'KRW', tax: { vat: 1001 } }, 'tax.vat'],
    ['an odd tax', { goods: 'x', total: 1000, currency: 'KRW', tax: { rate: 10 } }, 'tax'],
  ])('%s is the shop’s mistake: ORDER_INVALID', async (_what, order, field) => {
    const shop = testShop({ options: { loadOrder: () => order as never } })
    await expectRefusal(await prepare(shop), 422, 'ORDER_INVALID', field)
    expect(shop.logs).toContainEqual(expect.objectContaining({ event: 'order-refused', field }))
  })

  test('the visitor’s request reaches loadOrder, so that it can check whose order it is', async () => {
    const seen: (string | null)[] = []
    const shop = testShop({
      options: {
        loadOrder: (_orderId, request) => {
          seen.push(request.headers.get('cookie'))
          return null
        },
      },
    })
    await shop.post('checkouts', BODY, { cookie: 'session=1' })
    expect(seen).toEqual(['session=1'])
  })
})

describe('answers', () => {
  test('carry security headers, errors too', async () => {
    const shop = testShop()
    const { checkoutId } = await shop.window('A-1')
    const requests = ['payple/checkouts/x', `payple/checkouts/${checkoutId}`, `payple/return/${checkoutId}`, 'nothing']
    for (const path of requests) {
      const { headers } = await shop.payple.fetch(new Request(`${SHOP}/${path}`))
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('vary')).toBe('origin')
    }
  })

  test('may be read by the shop’s own origin and by no other', async () => {
    const shop = testShop()
    const preflight = (origin: string): Promise<Response> =>
      shop.payple.fetch(new Request(`${SHOP}/payple/checkouts`, { method: 'OPTIONS', headers: { origin } }))
    const own = await preflight(SHOP)
    expect([own.status, own.headers.get('access-control-allow-origin')]).toEqual([204, SHOP])
    expect(own.headers.get('access-control-allow-headers')).toBe('content-type')
    const other = await preflight('https://evil.example')
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
    expect(other.headers.get('access-control-allow-headers')).toBeNull()
  })

  test('come even when the ledger is gone', async () => {
    const shop = testShop()
    const broken = shop.another({
      ledger: {
        ...shop.ledger,
        find: () => Promise.reject(new Error('disk is full of secrets')),
        counts: () => Promise.reject(new Error('x')),
      },
    })
    const response = await broken.fetch(new Request(`${SHOP}/payple/checkouts/${NOBODY}`))
    expect(await response.clone().text()).not.toContain('secrets')
    await expectRefusal(response, 500, 'INTERNAL')
    expect(await broken.health()).toMatchObject({ ok: false })
    expect(shop.logs).toContainEqual(expect.objectContaining({ event: 'crashed', error: 'Error' }))
  })

  test('a logger that throws breaks nothing', async () => {
    const shop = testShop({
      options: {
        log: () => {
          throw new Error('no disk')
        },
      },
    })
    expect((await shop.prepare('A-1')).kind).toBe('window')
  })
})

test('opening is noted once and answers nothing', async () => {
  const shop = testShop()
  const { checkoutId } = await shop.window('A-1')
  for (let times = 0; times < 2; times++) {
    const response = await shop.post(`checkouts/${checkoutId}/open`, {})
    expect([response.status, await response.text()]).toEqual([204, ''])
  }
  await expectRefusal(await shop.post(`checkouts/${checkoutId}/open`, { now: true }), 400, 'BODY_INVALID', 'now')
  expect((await shop.ledger.events(checkoutId)).map((event) => event.name)).toEqual(['created', 'opened'])
})

test.each([
  ['no result', {}, 'result'],
  ['a list', { result: [] }, 'result'],
  ['text', { result: 'success' }, 'result'],
  ['a second field', { result: {}, paid: true }, 'paid'],
])('a result that is %s is 400', async (_what, body, field) => {
  const shop = testShop()
  const { checkoutId } = await shop.window('A-1')
  await expectRefusal(await shop.post(`checkouts/${checkoutId}/result`, body), 400, 'BODY_INVALID', field)
})
