import { Hono } from 'hono'
import type { Order } from '../../shared/shop-api.ts'
import { CATALOG } from '../catalog.ts'
import { readJson, refuse, smallBody } from '../read-json.ts'
import { ensureSession, sessionOf } from '../session.ts'
import { readNewOrder } from './order-input.ts'
import type { OrderStore } from './order-store.ts'
import { placeOrder } from './place-order.ts'

export interface OrdersApiOptions {
  readonly orders: OrderStore
  readonly secure: boolean
  /** Adds what the companion knows about an unpaid order. */
  readonly withProgress: (order: Order) => Promise<Order>
}

/** So many orders at once; the page asks for more. */
const PAGE = 10

/** Products and orders, below `/api`. */
export function ordersApi({ orders, secure, withProgress }: OrdersApiOptions): Hono {
  const api = new Hono()
  const products = CATALOG.map((product) => ({ ...product, vat: undefined }))

  api.get('/products', (c) => c.json(products))

  api.post('/orders', smallBody, async (c) => {
    const order = placeOrder(readNewOrder(await readJson(c)), new Date())
    orders.insert(ensureSession(c, secure), order)
    return c.json(order, 201)
  })

  api.get('/orders', async (c) => {
    const session = sessionOf(c.req.raw)
    if (session === undefined) return c.json({ orders: [] })
    const before = c.req.query('before')
    if (before !== undefined && !/^\d{1,15}$/.test(before))
      refuse(422, 'INVALID_FIELD', 'Use a whole number.', 'before')
    const page = orders.page(session, before === undefined ? undefined : Number(before), PAGE)
    return c.json({ ...page, orders: await Promise.all(page.orders.map(withProgress)) })
  })

  api.get('/orders/:id', async (c) => {
    const session = sessionOf(c.req.raw)
    const order = session === undefined ? undefined : orders.find(c.req.param('id'), session)
    return order ? c.json(await withProgress(order)) : refuse(404, 'ORDER_NOT_FOUND', 'There is no such order.')
  })

  return api
}
