import { assertWon } from '../../money.ts'
import type { GatewayTokens } from '../auth.ts'
import { taxFields } from '../builders/compose.ts'
import type { Tax } from '../builders/options.ts'
import { tidyGoods } from '../goods.ts'
import { MINIMUM_WON } from '../limits.ts'
import { checkedBody, invalidField } from './check.ts'
import type { CallRule } from './rules.ts'
import { tokenFields } from './tokens.ts'

/** Options of `linkBody`. */
export interface LinkOptions {
  readonly tokens: GatewayTokens
  /** Means behind the link. Default `card`. */
  readonly type?: 'card' | 'transfer' | 'both' | undefined
  /** What stands between the two means. Official code says `|`, the default; two shops send `+` (11.1 row 21). */
  readonly separator?: '|' | '+' | undefined
  /** Which card windows (`PCD_CARD_VER`): number entry, app card, or both. Default: Payple's. */
  readonly cardWindow?: 'number' | 'app' | 'both' | undefined
  /** What is bought; emoji and anything past 50 characters go, see `tidyGoods`. */
  readonly goods: string
  /** Whole won: at least 100, or 1,000 when a transfer is possible. */
  readonly total: number
  readonly tax?: Tax | undefined
  /** A cash receipt for whoever pays by transfer. Not with type `card`. Default no. */
  readonly cashReceipt?: boolean | undefined
  /** Last hour of the link in Korea, ten digits `yyyyMMddHH` (11.1 row 22); see `kstHour`. Default: Payple's. */
  readonly expires?: string | undefined
  /** A note for the shop. */
  readonly memo?: string | undefined
}

const CARD_WINDOWS = { number: '01', app: '02', both: '01+02' } as const

const RULES: Readonly<Record<string, CallRule>> = {
  PCD_PAY_TYPE: { type: 'text', values: ['card', 'transfer', 'transfer|card', 'transfer+card'] },
  PCD_PAY_WORK: { type: 'text', values: ['LINKREG'] },
  PCD_CARD_VER: { type: 'text', values: ['01', '02', '01+02'] },
  PCD_LINK_EXPIREDATE: { type: 'digits', min: 10, max: 10 },
}

/**
 * Creates a payment link (docs/protocol/domestic.md 7.3). Purpose: `link`. The body has no order number; append it to the link with
 * `linkWithOid`. The payment is told by webhook only.
 */
export function linkBody(options: LinkOptions): Record<string, string> {
  const { type = 'card' } = options
  assertWon(options.total, 'total')
  const minimum = MINIMUM_WON[type === 'card' ? 'card' : 'transfer']
  if (options.total < minimum) throw invalidField('7.3', 'PCD_PAY_TOTAL', `at least ${minimum} won`)
  if (type === 'card' && options.cashReceipt === true) {
    throw invalidField('7.3', 'PCD_TAXSAVE_FLAG', 'cash receipts are for transfers')
  }
  return checkedBody(
    '7.3',
    {
      ...tokenFields(options.tokens),
      PCD_PAY_WORK: 'LINKREG',
      PCD_PAY_TYPE: type === 'both' ? `transfer${options.separator ?? '|'}card` : type,
      PCD_CARD_VER: options.cardWindow === undefined ? undefined : CARD_WINDOWS[options.cardWindow],
      PCD_PAY_GOODS: tidyGoods(options.goods),
      PCD_PAY_TOTAL: String(options.total),
      ...taxFields(options.tax),
      PCD_TAXSAVE_FLAG: options.cashReceipt === true ? 'Y' : undefined,
      PCD_LINK_EXPIREDATE: options.expires,
      PCD_LINK_MEMO: options.memo,
    },
    RULES,
  )
}
