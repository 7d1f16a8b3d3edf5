import type { NewOrder, Order, OrderLine } from '../../shared/shop-api.ts'
import { findProduct } from '../catalog.ts'
import { newOrderId } from './order-id.ts'

/** Turns what the buyer wants into an order, with the prices of this moment. */
export function placeOrder(wanted: NewOrder, now: Date): Order {
  const lines = wanted.lines.map(({ productId, quantity }): OrderLine => {
    const product = findProduct(productId)
    if (!product) throw new Error(`Product ${productId} passed validation but is not in the catalog.`)
    return {
      productId,
      quantity,
      name: product.name,
      art: product.art,
      price: product.price,
      currency: product.currency,
    }
  })
  return {
    id: newOrderId(now),
    state: 'awaiting-payment',
    createdAt: now.toISOString(),
    total: lines.reduce((sum, line) => sum + line.price * line.quantity, 0),
    currency: lines[0]?.currency,
    lines,
    buyer: wanted.buyer,
  }
}

/** `휴대폰 외 1건`: the one line that fits on a card slip. */
export function goodsName(order: Order): string {
  const name = order.lines[0]?.name
  const more = order.lines.length - 1
  // Whoever pays with a card from abroad reads it in Payple's window.
  if (order.currency === 'USD') return more > 0 ? `${name?.en} and ${more} more` : (name?.en ?? '')
  return more > 0 ? `${name?.ko} 외 ${more}건` : (name?.ko ?? '')
}

/** The VAT part, when a product needs one of its own; otherwise Payple books a tenth by itself. */
export function vatPart(order: Order): number | undefined {
  if (order.currency === 'USD') return undefined
  const products = order.lines.map((line) => ({ line, vat: findProduct(line.productId)?.vat }))
  if (products.every(({ vat }) => vat === undefined)) return undefined
  return products.reduce((sum, { line, vat }) => sum + (vat ?? Math.round(line.price / 11)) * line.quantity, 0)
}
