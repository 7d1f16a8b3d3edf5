import type { Order as PaypleOrder } from '@payple-kit/server'
import type { Order } from '../../shared/shop-api.ts'
import { goodsName, vatPart } from './place-order.ts'

/** The buyer's member number in the manual's order. A real shop sends its own. */
export const DEMO_MEMBER = '2335'

/** An order of the shop in the companion's words: what is charged, whether in a window or with a saved card. */
export function paypleOrder(order: Order): PaypleOrder {
  const vat = vatPart(order)
  return {
    goods: goodsName(order),
    total: order.total,
    currency: 'KRW',
    payer: { ...order.buyer, memberNo: DEMO_MEMBER },
    tax: vat === undefined ? undefined : { vat },
    // Only transfers look at it: the window asks the buyer for whom the cash receipt is.
    cashReceipt: true,
  }
}
