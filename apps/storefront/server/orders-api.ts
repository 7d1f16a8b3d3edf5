import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Order } from '../shared/shop-api.ts'
import { CATALOG } from './catalog.ts'
import { readNewOrder } from './order-input.ts'
import type { OrderStore } from './order-store.ts'
import { placeOrder } from './place-order.ts'
import { ensureSession, sessionOf } from './session.ts'
import { shopError } from './shop-error.ts'

export interface OrdersApiOptions {
  readonly store: OrderStore
  readonly origin: string
  /** Adds what the companion knows about an unpaid order. */
  readonly withProgress: (order: Order) => Promise<Order>
}

/** The shop's own JSON routes, below `/api`. */
export function ordersApi({ store, origin, withProgress }: OrdersApiOptions): Hono {
  const api = new Hono()
  const secure = origin.startsWith('https:')
  const products = CATALOG.map((product) => ({ ...product, vat: undefined }))

  api.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })

  api.get('/products', (c) => c.json(products))

  api.post(
    '/orders',
    bodyLimit({ maxSize: 16 * 1024, onError: () => refuse(413, 'BODY_TOO_LARGE', 'Send at most 16 KiB.') }),
    async (c) => {
      // A form on another site can post, but not with this content type.
      if (!c.req.header('content-type')?.startsWith('application/json')) {
        return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json.')
      }
      const body = await c.req.json<unknown>().catch(() => refuse(400, 'INVALID_JSON', 'The body is not JSON.'))
      const order = placeOrder(readNewOrder(body), new Date())
      store.insert(ensureSession(c, secure), order)
      return c.json(order, 201)
    },
  )

  api.get('/orders', async (c) => {
    const session = sessionOf(c.req.raw)
    const orders = session === undefined ? [] : store.list(session)
    return c.json(await Promise.all(orders.map(withProgress)))
  })

  api.get('/orders/:id', async (c) => {
    const session = sessionOf(c.req.raw)
    const order = session === undefined ? undefined : store.find(c.req.param('id'), session)
    return order ? c.json(await withProgress(order)) : refuse(404, 'ORDER_NOT_FOUND', 'There is no such order.')
  })

  api.all('*', () => refuse(404, 'ROUTE_NOT_FOUND', 'There is no such route.'))
  return api
}

function refuse(...args: Parameters<typeof shopError>): never {
  throw shopError(...args)
}
