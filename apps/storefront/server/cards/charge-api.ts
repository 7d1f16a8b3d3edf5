import type { BillingKeys } from '@payple-kit/server'
import { Hono } from 'hono'
import type { OrderStore } from '../orders/order-store.ts'
import { paypleOrder } from '../orders/payple-order.ts'
import { readJson, readText, refuse, smallBody } from '../read-json.ts'
import { memberOf, sessionOf } from '../session.ts'
import { CARD_ID } from './cards-api.ts'
import { chargeResult } from './charge-result.ts'
import type { SavedCards } from './saved-cards.ts'

export interface ChargeApiOptions {
  readonly orders: OrderStore
  readonly cards: SavedCards
  readonly billingKeys: Pick<BillingKeys, 'charge'>
}

/**
 * Pays an order with a saved card. The browser says which order, which card and which try this is; goods and amount are the
 * order's. A repeated try gets its first answer, and an order is paid once whatever is sent here.
 */
export function chargeApi({ orders, cards, billingKeys }: ChargeApiOptions): Hono {
  const api = new Hono()
  api.post('/orders/:id/charge', smallBody, async (c) => {
    const body = await readJson(c)
    const session = sessionOf(c.req.raw)
    const order = session === undefined ? undefined : orders.find(c.req.param('id'), session)
    if (session === undefined || !order) return refuse(404, 'ORDER_NOT_FOUND', 'There is no such order.')
    const card = await cards.own(memberOf(session), readText(body, 'card', CARD_ID))
    const outcome = await billingKeys.charge({
      billingKey: card.id,
      orderId: order.id,
      order: paypleOrder(order, { cashReceipt: card.kind === 'account' }),
      idempotencyKey: `${order.id}.${readText(body, 'attempt', /^[\w-]{8,60}$/)}`,
    })
    return c.json(chargeResult(outcome))
  })
  return api
}
