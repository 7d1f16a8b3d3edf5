import type { CheckoutRow } from '@payple-kit/server'

import type { GatewayPayment } from '../processes/gateway-client.ts'

/** Whether the ledger calls the attempt a payment, refunded or not. */
export function isPaid({ state }: Pick<CheckoutRow, 'state'>): boolean {
  return state === 'paid' || state === 'partially_refunded' || state === 'refunded'
}

/** Whether only a person can end it. */
export function isDoubt({ state }: Pick<CheckoutRow, 'state'>): boolean {
  return state === 'approving' || state === 'unknown'
}

/** Whether the buyer was charged, given back or not. */
export function moneyMoved({ chargeCount }: GatewayPayment): boolean {
  return chargeCount > 0
}

/** Whether some of the buyer's money is still there. */
export function moneyKept(payment: GatewayPayment): boolean {
  return moneyMoved(payment) && payment.refundedTotal < payment.total
}
