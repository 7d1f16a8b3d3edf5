import type { Order } from '@payple-kit/server'
import { DEMO_MEMBER } from '../orders/payple-order.ts'

/** The one thing the shop sells by the month. Whole won, VAT included. */
export const PLAN = { goods: '담백 원두 구독', price: 9_900 } as const

/** What a month costs, in the companion's words. */
export function monthlyOrder(amount: number): Order {
  return { goods: PLAN.goods, total: amount, currency: 'KRW', payer: { memberNo: DEMO_MEMBER } }
}

const PREFIX = 'SUB-'

/** `SUB-7f3k…-202611`: whoever computes the order of a month again gets the same one, so a month cannot be charged twice. */
export function monthlyOrderId(subscription: string, month: string): string {
  return `${PREFIX}${subscription}-${month}`
}

export function isMonthlyOrderId(orderId: string): boolean {
  return orderId.startsWith(PREFIX)
}
