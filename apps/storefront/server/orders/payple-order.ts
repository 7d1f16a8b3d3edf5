import type { Order as PaypleOrder } from '@payple-kit/server'
import type { Order } from '../../shared/shop-api.ts'
import { goodsName, vatPart } from './place-order.ts'

/** The buyer's member number in the manual's order. A real shop sends its own. */
export const DEMO_MEMBER = '2335'

/**
 * An order of the shop in the companion's words: what is charged, whether in a window or with a saved card.
 *
 * @param cashReceipt for transfers; in a window the buyer then says for whom it is
 */
export function paypleOrder(order: Order, { cashReceipt }: { readonly cashReceipt: boolean }): PaypleOrder {
  const vat = vatPart(order)
  return {
    goods: goodsName(order),
    ...(order.currency === 'USD'
      ? { total: (order.total / 100).toFixed(2), currency: 'USD' as const }
      : { total: order.total, currency: 'KRW' as const }),
    payer: { ...order.buyer, memberNo: DEMO_MEMBER },
    tax: vat === undefined ? undefined : { vat },
    cashReceipt,
  }
}
