import { describe, expect, test } from 'vitest'

import type { Action } from '../../options/authorize.ts'
import { payOrder, saveCard } from '../../testing/saved-card.ts'
import { SHOP, testShop } from '../../testing/test-shop.ts'
import type { TestShop } from '../../testing/test-shop.ts'

interface GuardedShop extends TestShop {
  readonly asked: Action[]
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
}

function guardedShop(
  authorize: (action: Action, request: Request) => boolean | Promise<boolean> = () => true,
): GuardedShop {
  const asked: Action[] = []
  const shop = testShop({
    options: {
      authorize: (action, request) => {
        asked.push(action)
        return authorize(action, request)
      },
    },
  })
  return {
    ...shop,
    asked,
    send: (method, path, body, headers = {}) =>
      shop.payple.fetch(
        new Request(`${SHOP}/payple/${path}`, {
          method,
          headers: { 'content-type': 'application/json', origin: SHOP, ...headers },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
  }
}

const KEY = 'bk_AAAAAAAAAAAAAAAAAAAAAA'

/** Every guarded route, with a body it takes. */
const ROUTES: readonly (readonly [method: string, path: string, body: object | undefined])[] = [
  ['GET', 'payments', undefined],
  ['GET', 'payments/A-1', undefined],
  ['POST', 'payments/A-1/lookup', {}],
  ['POST', 'payments/A-1/refund', { idempotencyKey: 'r' }],
  ['POST', 'payments/A-1/receipt', {}],
  ['DELETE', 'payments/A-1/receipt', undefined],
  ['GET', 'billing-keys?orderId=A-1', undefined],
  ['POST', `billing-keys/${KEY}/charge`, { orderId: 'A-1', idempotencyKey: 'c' }],
  ['DELETE', `billing-keys/${KEY}`, undefined],
  ['POST', 'links', { orderId: 'A-1', idempotencyKey: 'l' }],
]

describe.each(ROUTES)('%s %s', (method, path, body) => {
  test('does not exist without authorize', async () => {
    const shop = testShop()
    const request = new Request(`${SHOP}/payple/${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: SHOP },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const response = await shop.payple.fetch(request)
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'ROUTE_NOT_FOUND' } }])
  })

  test('asks for permission with its subject, and does nothing without', async () => {
    const shop = guardedShop(() => false)
    await payOrder(shop, 'A-1')
    const before = shop.sandbox.events.list().length
    const response = await shop.send(method, path, body)
    expect([response.status, await response.json()]).toMatchObject([403, { error: { code: 'FORBIDDEN' } }])
    expect(shop.asked).toHaveLength(1)
    expect(shop.sandbox.events.list()).toHaveLength(before)
  })

  test('takes neither "truthy" nor an error for a yes', async () => {
    const truthy = guardedShop(() => 1 as unknown as boolean)
    expect((await truthy.send(method, path, body)).status).toBe(403)
    const broken = guardedShop(() => Promise.reject(new Error('database password: hunter2')))
    const response = await broken.send(method, path, body)
    expect(response.status).toBe(503)
    expect(await response.text()).not.toContain('hunter2')
  })

  test('is closed to other sites', async () => {
    const shop = guardedShop()
    expect((await shop.send(method, path, body, { origin: 'https://evil.example' })).status).toBe(403)
    expect(shop.asked).toEqual([])
    const plain = await shop.send(method, path, body, { 'content-type': 'text/plain' })
    expect(plain.status).toBe(method === 'GET' ? 200 : 415)
  })
})

describe('with permission', () => {
  test('payments are listed by page, newest first, and shown with their history', async () => {
    const shop = guardedShop()
    for (const order of ['A-1', 'A-2', 'A-3']) await payOrder(shop, order)
    const first = (await (await shop.send('GET', 'payments?limit=2&state=paid')).json()) as {
      attempts: { orderId: string }[]
      next: number
    }
    expect(first.attempts.map((each) => each.orderId)).toEqual(['A-3', 'A-2'])
    const second = (await (await shop.send('GET', `payments?limit=2&before=${first.next}`)).json()) as typeof first
    expect(second.attempts.map((each) => each.orderId)).toEqual(['A-1'])
    expect(second).not.toHaveProperty('next')
    const one = await (await shop.send('GET', 'payments/A-1')).json()
    expect(one).toMatchObject({ payment: { amount: 1000 }, attempts: [{ state: 'paid', refunds: [] }] })
    expect(shop.asked.at(-1)).toEqual({ type: 'payment.read', orderId: 'A-1' })
  })

  test('a refund gives back once however often it is asked for', async () => {
    const shop = guardedShop()
    const { oid } = await payOrder(shop, 'A-1')
    const refund = async (): Promise<unknown> =>
      (await shop.send('POST', 'payments/A-1/refund', { idempotencyKey: 'r' })).json()
    const [first, second] = await Promise.all([refund(), refund()])
    expect(first).toMatchObject({ status: 'refunded' })
    expect(second).toEqual(first)
    expect(shop.sandbox.control.payment(oid)).toMatchObject({ refundedTotal: 1000 })
    expect(shop.asked[0]).toEqual({ type: 'payment.refund', orderId: 'A-1', amount: undefined })
  })

  test('a saved card is charged what loadOrder says, never what the request says', async () => {
    const shop = guardedShop()
    const billingKey = await saveCard(shop)
    shop.orders.set('S-1', { goods: '구독', total: 9900, currency: 'KRW' })
    const path = `billing-keys/${billingKey}/charge`
    const smuggled = await shop.send('POST', path, { orderId: 'S-1', idempotencyKey: 'c', total: 1 })
    expect([smuggled.status, await smuggled.json()]).toMatchObject([400, { error: { field: 'total' } }])
    const answer = await (await shop.send('POST', path, { orderId: 'S-1', idempotencyKey: 'c' })).json()
    expect(answer).toMatchObject({ status: 'paid', payment: { amount: 9900 } })
    const list = await (await shop.send('GET', 'billing-keys?orderId=card-of-kim')).text()
    expect(list).toContain(billingKey)
    expect(list).not.toContain(shop.sandbox.control.billingKeys()[0]?.payerId)
    expect(await (await shop.send('DELETE', `billing-keys/${billingKey}`)).json()).toMatchObject({ status: 'deleted' })
    expect(shop.asked.at(-1)).toEqual({ type: 'billing-key.delete', billingKey, orderId: 'card-of-kim' })
  })

  test('links and lookups', async () => {
    const shop = guardedShop()
    shop.orders.set('L-1', { goods: '휴대폰', total: 1000, currency: 'KRW' })
    const link = await (await shop.send('POST', 'links', { orderId: 'L-1', idempotencyKey: 'l' })).json()
    expect(link).toMatchObject({ status: 'created' })
    expect(await (await shop.send('POST', 'payments/L-1/lookup', {})).json()).toMatchObject({
      gateway: { status: 'inconclusive' },
    })
    expect((await shop.send('POST', 'payments/nobody/lookup', {})).status).toBe(404)
  })

  test.each([
    ['payments?state=stolen', 'state'],
    ['payments?before=x', 'before'],
    ['billing-keys', 'orderId'],
    ['payments/%00', 'orderId'],
  ])('%s is refused, naming %s', async (path, field) => {
    const response = await guardedShop().send('GET', path)
    expect([response.status, await response.json()]).toMatchObject([400, { error: { field } }])
  })
})
