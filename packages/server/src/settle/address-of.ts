import type { PaymentAddress } from '../gateway/gateway.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'

/** How the gateway finds a payment: by order number, kind and guard; the day is the caller's to know. */
export function addressOf({ oid, payType, guardMonth }: CheckoutRow): Omit<PaymentAddress, 'date'> {
  return { oid, type: payType, ...(guardMonth === null ? {} : { month: guardMonth }) }
}
