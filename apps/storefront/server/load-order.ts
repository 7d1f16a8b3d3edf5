import type { PaypleOptions } from '@payple-kit/server'
import { REGISTRATION, registrationIdOf } from './cards/registration.ts'
import type { OrderStore } from './orders/order-store.ts'
import { paypleOrder } from './orders/payple-order.ts'
import { memberOf, sessionOf } from './session.ts'

/**
 * The door of the companion. An order belongs to the browser that placed it, and so does the order id under which it registers
 * cards; for everybody else they do not exist. A subscription's months are charged by the server alone and never opened here.
 */
export function orderLoader(orders: Pick<OrderStore, 'find'>): PaypleOptions['loadOrder'] {
  return (orderId, request) => {
    const session = sessionOf(request)
    if (session === undefined) return null
    if (orderId === registrationIdOf(memberOf(session))) return REGISTRATION
    const order = orders.find(orderId, session)
    // Which method it will be is not known here; windows for cards leave the cash receipt out.
    return order ? paypleOrder(order, { cashReceipt: true }) : null
  }
}
