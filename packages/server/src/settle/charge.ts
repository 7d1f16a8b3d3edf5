import { kstDate } from '@payple-kit/core'
import type { Currency, PaymentResult } from '@payple-kit/core'

/** Money that moved, as the gateway itself told us. */
export interface Charge {
  readonly oid: string
  /** In the smallest unit of `currency`. */
  readonly total: number
  readonly currency: Currency
  /** Epoch milliseconds; ours when the gateway printed none. */
  readonly at: number
  /** Day of the payment in Korea, which refunds ask for. */
  readonly date: string
  readonly result: PaymentResult
}

/** Reads a charge out of a successful answer; `undefined` when order number or amount are missing. */
export function readCharge(result: PaymentResult, fallbackAt: number): Charge | undefined {
  const { oid, total } = result
  if (result.status !== 'success' || oid === undefined || total === undefined) return undefined
  const at = result.paidAt ?? fallbackAt
  return { oid, total, currency: result.currency ?? 'KRW', at, date: kstDate(at), result }
}
