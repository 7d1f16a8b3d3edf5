/** Payments of both products in one list, as the dashboard shows them. */
import type { SandboxControl } from '../control/control.ts'
import { printed } from '../overseas/amounts.ts'

/** One order number. */
export interface OrderRow {
  product: 'domestic' | 'overseas'
  oid: string
  at: number
  goods: string
  /** Whole won, or text such as `USD 19.90`. */
  amount: string
  refunded: string
  /** What can be given back, as the admin route wants it; `undefined` when nothing can. */
  left: string | undefined
  status: string
  means: { name: string; number: string }
  channel: string
}

/** Oldest first. */
export function orderRows(control: SandboxControl): readonly OrderRow[] {
  const won = (amount: number): string => `₩${amount.toLocaleString('en-US')}`
  const domestic = control.payments().map((payment): OrderRow => {
    const left = payment.total - payment.refundedTotal
    const refundable = payment.status === 'paid' || payment.status === 'partially_refunded'
    return {
      product: 'domestic',
      oid: payment.oid,
      at: payment.createdAt,
      goods: payment.goods,
      amount: won(payment.total),
      refunded: payment.refundedTotal > 0 ? won(payment.refundedTotal) : '',
      left: refundable ? String(left) : undefined,
      status: payment.status,
      means: { name: payment.cardName, number: payment.cardNumber },
      channel: payment.channel,
    }
  })
  const overseas = control.overseasPayments().map((payment): OrderRow => {
    const { amount, cancelled, currency } = payment
    return {
      product: 'overseas',
      oid: payment.oid,
      at: payment.paidAt,
      goods: payment.goods,
      amount: `${currency} ${payment.totalAmount}`,
      refunded: cancelled > 0 ? `${currency} ${printed(cancelled, currency)}` : '',
      left: cancelled < amount ? printed(amount - cancelled, currency) : undefined,
      status: cancelled === 0 ? 'paid' : cancelled < amount ? 'partially_refunded' : 'refunded',
      means: { name: '', number: payment.cardNumber },
      channel: payment.channel === 'window' ? 'overseas' : 'overseas-key',
    }
  })
  if (overseas.length === 0) return domestic
  return [...domestic, ...overseas].toSorted((a, b) => a.at - b.at)
}
