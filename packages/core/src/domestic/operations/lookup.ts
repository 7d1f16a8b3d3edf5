import type { GatewayTokens } from '../auth.ts'
import type { MonthlyGuard } from '../builders/options.ts'
import { monthlyFields } from './monthly.ts'
import { checkedBody } from './check.ts'
import { PAST_PAYMENT_RULES } from './rules.ts'
import { tokenFields } from './tokens.ts'

/** Payment lookup, PAYCHK (docs/protocol/domestic.md 6.5). Purpose: `lookup`. */
export function lookupBody(options: {
  readonly tokens: GatewayTokens
  /** `PCD_PAY_OID` of the payment. */
  readonly oid: string
  /** Korean day of the payment request, `yyyyMMdd`. */
  readonly date: string
  /** Default `card`. */
  readonly type?: 'card' | 'transfer' | undefined
  /** Only for a payment that was made with the guard. */
  readonly monthlyGuard?: MonthlyGuard | undefined
}): Record<string, string> {
  return checkedBody(
    '6.5',
    {
      ...tokenFields(options.tokens),
      PCD_PAYCHK_FLAG: 'Y',
      PCD_PAY_TYPE: options.type ?? 'card',
      PCD_PAY_OID: options.oid,
      PCD_PAY_DATE: options.date,
      ...monthlyFields(options.monthlyGuard),
    },
    PAST_PAYMENT_RULES,
  )
}
