import { assertWon } from '../../money.ts'
import type { GatewayTokens } from '../auth.ts'
import type { CashReceiptFor } from './charge.ts'
import { checkedBody } from './check.ts'
import { PAST_PAYMENT_RULES } from './rules.ts'
import { tokenFields } from './tokens.ts'

/** Options of `receiptBody`. */
export interface ReceiptOptions {
  readonly tokens: GatewayTokens
  /** `PCD_PAYER_ID` of the transfer. */
  readonly payerId: string
  /** `PCD_PAY_OID` of the transfer. */
  readonly oid: string
  /** Whole won on the receipt; optional in the oldest manual, required later: always sent. */
  readonly amount: number
  /** Whom the receipt is for. Default: the data of the payment. */
  readonly cashReceipt?: CashReceiptFor | undefined
  /** True for a payment that was made with the monthly guard (`PCD_REGULER_FLAG`). Default no. */
  readonly monthly?: boolean | undefined
}

/**
 * Cash receipt of a transfer (docs/protocol/domestic.md 7.1). Issuing and cancelling have the same body; the purpose of the
 * authentication, `receipt-issue` or `receipt-cancel`, makes the difference.
 */
export function receiptBody(options: ReceiptOptions): Record<string, string> {
  assertWon(options.amount, 'amount')
  return checkedBody(
    '7.1',
    {
      ...tokenFields(options.tokens),
      PCD_PAYER_ID: options.payerId,
      PCD_PAY_OID: options.oid,
      PCD_TAXSAVE_AMOUNT: String(options.amount),
      PCD_REGULER_FLAG: options.monthly === true ? 'Y' : undefined,
      PCD_TAXSAVE_TRADEUSE: options.cashReceipt?.use,
      PCD_TAXSAVE_IDENTINUM: options.cashReceipt?.number.replace(/\D/g, ''),
    },
    PAST_PAYMENT_RULES,
  )
}
