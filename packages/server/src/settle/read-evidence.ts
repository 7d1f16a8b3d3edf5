import { isOverseas, readOverseasResult, readPaymentResult } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import { asPaymentResult } from '../gateway/overseas/as-payment-result.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'

/** Reads what a window reported, in the language of the product the attempt belongs to. */
export function readEvidence(row: CheckoutRow, fields: Readonly<Record<string, unknown>>): PaymentResult {
  if (!isOverseas(row.method)) return readPaymentResult(fields)
  // Our own page says "closed" in the same words for both.
  if (fields['PCD_PAY_RST'] === 'close') return { status: 'closed', work: 'PAY' }
  return asPaymentResult(readOverseasResult(fields))
}
