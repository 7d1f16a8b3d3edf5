import type { OrderPayment } from '../shared/shop-api.ts'
import type { Gateway } from './gateway.ts'

/** What the pages are told of a payment. */
export type ShownPayment = (payment: OrderPayment) => OrderPayment

/**
 * A practice payment never leads to the live internet. The kit shows https addresses only, so a sandbox on http prints one in the form
 * of Payple's documents; the slip with the same query is on the sandbox itself.
 */
export function shownPayment(gateway: Pick<Gateway, 'kind' | 'url'>): ShownPayment {
  return (payment) => {
    const { receiptUrl } = payment
    if (gateway.kind !== 'sandbox' || receiptUrl === undefined) return payment
    return { ...payment, receiptUrl: `${gateway.url}/_/slip${new URL(receiptUrl).search}` }
  }
}
