import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Order, OrderPage } from '../../shared/shop-api.ts'
import { openShopStore, type ShopStore } from '../shop-store.ts'
import { ordersApi } from './orders-api.ts'

const buyer = { name: '홍길동', phone: '01012345678', email: 'dev@payple.kr' }
const payment = { oid: 'oid-1', method: 'card', amount: 1000, paidAt: '2026-11-22T00:00:00.000Z' }

let store: ShopStore
let app: Hono

beforeEach(() => {
  store = openShopStore(':memory:')
  const { orders } = store
  app = new Hono().route('/api', ordersApi({ orders, secure: false, withProgress: async (order) => order }))
})

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  return Promise.resolve(app.request('/api/orders', init))
}

async function place(cookie?: string): Promise<{ order: Order; cookie: string }> {
  const response = await post({ lines: [{ productId: 'phone', quantity: 1 }], buyer }, cookie ? { cookie } : {})
  return {
    order: (await response.json()) as Order,
    cookie: cookie ?? (response.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '',
  }
}

describe('POST /api/orders', () => {
  it('takes the price from the catalog, whatever the browser says', async () => {
    const response = await post({ lines: [{ productId: 'phone', quantity: 3, price: 1 }], buyer, total: 1 })
    expect(response.status).toBe(201)
    expect(await response.json()).toMatchObject({ total: 3000, state: 'awaiting-payment' })
  })

  it('gives an id nobody can count up to, and a session no script can read', async () => {
    const response = await post({ lines: [{ productId: 'phone', quantity: 1 }], buyer })
    const { id } = (await response.json()) as Order
    expect(id).toMatch(/^A-\d{8}-[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
  })

  it('refuses forms of other sites, bodies that are not JSON and bodies that are too long', async () => {
    expect((await post({}, { 'content-type': 'text/plain' })).status).toBe(415)
    const broken = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }
    expect((await app.request('/api/orders', broken)).status).toBe(400)
    expect((await post({ lines: 'x'.repeat(20_000) })).status).toBe(413)
  })
})

describe('GET /api/orders', () => {
  it('shows an order to the browser that placed it and to nobody else', async () => {
    const mine = await place()
    const other = await place()
    expect((await app.request(`/api/orders/${mine.order.id}`, { headers: { cookie: mine.cookie } })).status).toBe(200)
    expect((await app.request(`/api/orders/${mine.order.id}`, { headers: { cookie: other.cookie } })).status).toBe(404)
    expect((await app.request(`/api/orders/${mine.order.id}`)).status).toBe(404)
    expect(await (await app.request('/api/orders')).json()).toEqual({ orders: [] })
  })

  it('lists the newest order first, ten at once', async () => {
    const placed = [await place()]
    const cookie = placed[0]?.cookie ?? ''
    for (let n = 1; n < 12; n += 1) placed.push(await place(cookie))
    const ids = placed.map(({ order }) => order.id).toReversed()

    const first = await page('', cookie)
    expect(first.orders.map((order) => order.id)).toEqual(ids.slice(0, 10))
    const second = await page(`?before=${first.next}`, cookie)
    expect(second.orders.map((order) => order.id)).toEqual(ids.slice(10))
    expect(second.next).toBeUndefined()
    expect((await app.request('/api/orders?before=x', { headers: { cookie } })).status).toBe(422)
  })

  it('keeps the first payment when the companion tells it twice', async () => {
    const { order, cookie } = await place()
    store.orders.markPaid(order.id, payment)
    store.orders.markPaid(order.id, { ...payment, oid: 'oid-2' })
    const answer = await app.request(`/api/orders/${order.id}`, { headers: { cookie } })
    expect(await answer.json()).toMatchObject({ state: 'paid', payment: { oid: 'oid-1' } })
  })

  it('adds up what was refunded, and forgets no refund when an older message comes late', async () => {
    const { order, cookie } = await place()
    store.orders.markPaid(order.id, payment)
    store.orders.markRefunded(order.id, 700)
    store.orders.markRefunded(order.id, 300)
    expect((await page('', cookie)).orders).toMatchObject([{ state: 'partially-refunded', payment: { refunded: 700 } }])
    store.orders.markRefunded(order.id, 1000)
    expect((await page('', cookie)).orders).toMatchObject([{ state: 'refunded' }])
  })
})

async function page(query: string, cookie: string): Promise<OrderPage> {
  return (await (await app.request(`/api/orders${query}`, { headers: { cookie } })).json()) as OrderPage
}
