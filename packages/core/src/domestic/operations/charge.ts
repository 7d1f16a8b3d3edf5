import { assertWon } from '../../money.ts'
import type { GatewayTokens } from '../auth.ts'
import { payerFields, taxFields, userFields } from '../builders/compose.ts'
import type { MonthlyGuard, Payer, Tax, UserDefined } from '../builders/options.ts'
import { tidyGoods } from '../goods.ts'
import { MINIMUM_WON } from '../limits.ts'
import { checkedBody, invalidField } from './check.ts'
import { monthlyFields } from './monthly.ts'
import { tokenFields } from './tokens.ts'

/** Whom a cash receipt is for. Both default to the data of the account's registration. */
export interface CashReceiptFor {
  /** `personal`: income deduction by phone number; `company`: proof of expense by business number. */
  readonly use: 'personal' | 'company'
  /** Phone or business number; anything but digits is dropped. */
  readonly number: string
}

/** Options of `chargeBody`. */
export interface ChargeOptions {
  /** Of the purpose that `chargePurpose(type, monthlyGuard !== undefined)` names. */
  readonly tokens: GatewayTokens
  /** What the billing key stands for. Default `card`. */
  readonly type?: 'card' | 'transfer' | undefined
  /** `PCD_PAYER_ID`: the billing key, at most 255 characters. A secret. */
  readonly payerId: string
  /** `PCD_PAY_OID`: new for every charge, at most 30 of letters, digits, `_`, `-`. */
  readonly oid: string
  /** What is bought; emoji and anything past 50 characters go, see `tidyGoods`. */
  readonly goods: string
  /** Whole won: at least 100 by card, 1,000 by transfer. */
  readonly total: number
  readonly payer?: Payer | undefined
  readonly tax?: Tax | undefined
  /** Once a month at most: Payple refuses a second charge of this key for year and month. Default: no guard. */
  readonly monthlyGuard?: MonthlyGuard | undefined
  /** Transfers only: `true` for the registered payer, or whom else the receipt is for. Default none. */
  readonly cashReceipt?: boolean | CashReceiptFor | undefined
  readonly userDefined?: UserDefined | undefined
}

/**
 * Charges a billing key (docs/protocol/domestic.md 6.1). The receipt's number goes out under all documented names (11.1 row 23).
 *
 * @throws PaypleIntegrationError `AMOUNT_INVALID` or `FIELD_INVALID`, naming field and rule
 */
export function chargeBody(options: ChargeOptions): Record<string, string> {
  const { type = 'card', cashReceipt: receipt } = options
  assertWon(options.total, 'total')
  if (options.total < MINIMUM_WON[type]) throw invalidField('6.1', 'PCD_PAY_TOTAL', `at least ${MINIMUM_WON[type]} won`)
  if (type === 'card' && receipt) throw invalidField('6.1', 'PCD_TAXSAVE_FLAG', 'cash receipts are for transfers')
  const number = typeof receipt === 'object' ? receipt.number.replace(/\D/g, '') : undefined
  return checkedBody('6.1', {
    ...tokenFields(options.tokens),
    PCD_PAY_TYPE: type,
    PCD_PAYER_ID: options.payerId,
    PCD_PAY_GOODS: tidyGoods(options.goods),
    PCD_PAY_TOTAL: String(options.total),
    PCD_PAY_OID: options.oid,
    ...(options.monthlyGuard === undefined ? { PCD_SIMPLE_FLAG: 'Y' } : monthlyFields(options.monthlyGuard)),
    ...payerFields(options.payer),
    ...taxFields(options.tax),
    ...userFields(options.userDefined),
    PCD_TAXSAVE_FLAG: receipt ? 'Y' : undefined,
    PCD_TAXSAVE_TRADE: typeof receipt === 'object' ? receipt.use : undefined,
    PCD_TAXSAVE_IDNUM: number,
    PCD_TAXSAVE_IDENTINUM: number,
  })
}
