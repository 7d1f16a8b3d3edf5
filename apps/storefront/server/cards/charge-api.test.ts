import { Hono } from 'hono'
import type { ChargeInput } from '@payple-kit/server'
import { beforeEach, describe, expect, it } from 'vitest'
import { memberOf } from '../session.ts'
import { openShopStore } from '../shop-store.ts'
import { placeOrder } from '../orders/place-order.ts'
import { chargeApi } from './charge-api.ts'
import { registrationIdOf } from './registration.ts'
import { savedCards } from './saved-cards.ts'

const MINE = 'bk_mine00000000000000001'
const SESSION = 'a'.repeat(32)
const STRANGER = 'b'.repeat(32)
const key = {
  id: MINE,
  orderId: registrationIdOf(memberOf(SESSION)),
  type: 'card',
  product: 'domestic',
  createdAt: '2026-11-25T00:00:00Z',
} as const

let app: Hono
let orderId: string
let calls: ChargeInput[]

beforeEach(() => {
  calls = []
  const { orders, defaultCards } = openShopStore(':memory:')
  const lines = [{ productId: 'phone', quantity: 1 }]
  const order = placeOrder(
    { lines, buyer: { name: '홍길동', phone: '01012345678', email: 'dev@payple.kr' } },
    new Date(),
  )
  orderId = order.id
  orders.insert(SESSION, order)
  orders.insert(STRANGER, { ...order, id: 'A-STRANGE' })
  const billingKeys = {
    list: async (owner: string) => (owner === key.orderId ? [key] : []),
    charge: async (input: ChargeInput) => {
      calls.push(input)
      return { status: 'unknown', checkoutId: 'c-1' } as const
    },
  }
  app = new Hono().route('/', chargeApi({ orders, cards: savedCards(billingKeys, defaultCards), billingKeys }))
})

async function charge(id: string, session: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie: `shop_session=${session}` }
  return app.request(`/orders/${id}/charge`, { method: 'POST', headers, body: JSON.stringify(body) })
}

describe('paying with a saved card', () => {
  it('charges what the order costs, whatever the browser adds', async () => {
    const answer = await charge(orderId, SESSION, { card: MINE, attempt: 'attempt-1', total: 1, amount: 1 })
    expect(await answer.json()).toEqual({ status: 'unknown', checkoutId: 'c-1' })
    expect(calls).toMatchObject([
      { billingKey: MINE, orderId, order: { total: 1000 }, idempotencyKey: `${orderId}.attempt-1` },
    ])
  })

  it('refuses somebody else’s card and somebody else’s order', async () => {
    expect((await charge('A-STRANGE', STRANGER, { card: MINE, attempt: 'attempt-1' })).status).toBe(404)
    expect((await charge('A-STRANGE', SESSION, { card: MINE, attempt: 'attempt-1' })).status).toBe(404)
    expect((await charge(orderId, SESSION, { card: 'bk_other0000000000000001', attempt: 'attempt-1' })).status).toBe(
      404,
    )
    expect(calls).toEqual([])
  })
})
