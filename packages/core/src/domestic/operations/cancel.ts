import { assertWon } from '../../money.ts'
import type { GatewayTokens } from '../auth.ts'
import type { MonthlyGuard } from '../builders/options.ts'
import { checkedBody } from './check.ts'
import { monthlyFields } from './monthly.ts'
import { PAST_PAYMENT_RULES } from './rules.ts'
import { tokenFields } from './tokens.ts'

/**
 * Refund, full or partial (docs/protocol/domestic.md 6.2). The payment is found by order number, **original** Korean date and amount; a
 * trade number is not used. The VAT part goes out under both documented names (11.1 row 9). Purpose: `cancel`.
 */
export function cancelBody(options: {
  readonly tokens: GatewayTokens
  readonly refundKey: string
  /** `PCD_PAY_OID` of the payment. */
  readonly oid: string
  /** Korean day of the original payment, `yyyyMMdd`. */
  readonly date: string
  /** Whole won to give back; less than the payment makes it partial. */
  readonly total: number
  /** VAT part of the refund in whole won, for a mixed order. */
  readonly vat?: number | undefined
  /** Only for a payment that was made with the guard. */
  readonly monthlyGuard?: MonthlyGuard | undefined
}): Record<string, string> {
  assertWon(options.total, 'total')
  const vat = options.vat === undefined ? undefined : String(options.vat)
  return checkedBody(
    '6.2',
    {
      ...tokenFields(options.tokens),
      PCD_REFUND_KEY: options.refundKey,
      PCD_PAYCANCEL_FLAG: 'Y',
      PCD_PAY_OID: options.oid,
      PCD_PAY_DATE: options.date,
      PCD_REFUND_TOTAL: String(options.total),
      PCD_REFUND_TAXTOTAL: vat,
      PCD_PAY_TAXTOTAL: vat,
      ...monthlyFields(options.monthlyGuard),
    },
    PAST_PAYMENT_RULES,
  )
}
