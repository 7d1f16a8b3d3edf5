import { isOverseas, readOverseasResult, readPaymentResult } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import { asPaymentResult } from '../gateway/overseas/as-payment-result.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'

/** Reads what a window reported, in the language of the product the attempt belongs to. */
export function readEvidence(row: CheckoutRow, fields: Readonly<Record<string, unknown>>): PaymentResult {
  return isOverseas(row.method) ? asPaymentResult(readOverseasResult(fields)) : readPaymentResult(fields)
}
