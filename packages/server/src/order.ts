import type { CashReceiptFor, Currency, Payer, Tax } from '@payple-kit/core'
import { CURRENCIES, MINIMUM_WON, parseAmount, tidyGoods, WINDOW_FIELDS } from '@payple-kit/core'
import * as v from 'valibot'

import { ruleOf } from './http/rule-of.ts'
import type { RuleBroken } from './http/rule-of.ts'

/** What the shop says about one of its orders. The only source of amounts in the whole kit. */
export interface Order {
  /** What is bought. Emoji and control characters are dropped, the rest is cut to 50 characters. */
  readonly goods: string
  /**
   * What the buyer pays, VAT included: won as a whole number, dollars as a text with cents such as `'19.90'`. At least 100 won, by transfer
   * 1,000; ignored by registrations.
   */
  readonly total: number | string
  /** `'USD'` for `overseas-card` only, which takes won too. */
  readonly currency: Currency
  /** Given to Payple, which then notifies the buyer. Not stored. `firstName` and `lastName` only fill in the form of an overseas card. */
  readonly payer?:
    | (Payer & { readonly firstName?: string | undefined; readonly lastName?: string | undefined })
    | undefined
  /** Leave out for a fully taxed order. */
  readonly tax?: Tax | undefined
  /**
   * Transfers only: a cash receipt (docs/protocol/domestic.md 7.1). In a window `true` shows the step in which the buyer says for whom; a charge takes
   * `{ use, number }` too. Ignored by cards.
   */
  readonly cashReceipt?: boolean | CashReceiptFor | undefined
  /** `PCD_USER_DEFINE1` and `2`: two texts of the shop, at most 2,048 characters each, shown in partner admin. */
  readonly userDefined?: readonly [(string | undefined)?, (string | undefined)?] | undefined
  /**
   * Reference `bk_…` of the buyer's registered card or account, for PIN methods: the window then asks for the PIN only. **The protocol sends
   * the key itself through the buyer's browser** (3.8), so name only a key of this very buyer.
   */
  readonly billingKey?: string | undefined
  /** Overseas cards only: keep the billing key that the payment leaves. Ask the buyer first. Needs the `billingKeys` option. Default `false`. */
  readonly saveCard?: boolean | undefined
  /** `yyyyMM`: Payple's once-a-month guard for `card` and PIN methods; a second payment of one billing key for the month is refused. */
  readonly month?: string | undefined
}

/** An order that was read: the total counts in the smallest unit of its currency. */
export type ReadOrder = Omit<Order, 'total'> & { readonly total: number }

/** How an order is going to be charged. */
export type ChargedBy = 'card' | 'transfer' | 'overseas'

const text = (rule: string): v.GenericSchema<string> => v.pipe(v.string(rule), v.trim(), v.nonEmpty(rule))
const WON = 'whole won, 0 or more'
const won = v.pipe(v.number(WON), v.safeInteger(WON), v.minValue(0, WON))

const limited = (max: number): v.GenericSchema<string> =>
  v.pipe(
    v.string(`text of at most ${max} characters`),
    v.check((value) => [...value].length <= max, `text of at most ${max} characters`),
  )
const digits = (max: number): v.GenericSchema<string> => v.pipe(v.string(), v.regex(new RegExp(`^\\d{1,${max}}$`)))
const MEMBER_NO = `digits, at most ${WINDOW_FIELDS.PCD_PAYER_NO.max}`

const orderSchema: v.GenericSchema<Order> = v.object({
  goods: text('text, not empty'),
  total: v.union([v.number(), v.string()], "whole won, or a text such as '19.90'"),
  currency: v.picklist(CURRENCIES, CURRENCIES.map((each) => `'${each}'`).join(' or ')),
  payer: v.optional(
    v.object({
      memberNo: v.optional(v.union([digits(WINDOW_FIELDS.PCD_PAYER_NO.max), won], MEMBER_NO)),
      name: v.optional(limited(WINDOW_FIELDS.PCD_PAYER_NAME.max)),
      phone: v.optional(limited(WINDOW_FIELDS.PCD_PAYER_HP.max)),
      email: v.optional(limited(WINDOW_FIELDS.PCD_PAYER_EMAIL.max)),
      firstName: v.optional(limited(60)),
      lastName: v.optional(limited(60)),
    }),
  ),
  tax: v.optional(
    v.union([v.object({ exempt: v.literal(true) }), v.object({ vat: won })], '{ exempt: true } or { vat: whole won }'),
  ),
  cashReceipt: v.optional(
    v.union(
      [
        v.boolean(),
        v.object({ use: v.picklist(['personal', 'company']), number: v.pipe(v.string(), v.regex(/^[\d -]{8,20}$/)) }),
      ],
      "true, false or { use: 'personal' | 'company', number }",
    ),
  ),
  userDefined: v.optional(v.array(v.optional(limited(WINDOW_FIELDS.PCD_USER_DEFINE1.max)))) as v.GenericSchema<
    Order['userDefined']
  >,
  billingKey: v.optional(v.pipe(v.string('a reference bk_…'), v.regex(/^bk_[A-Za-z0-9_-]{22}$/, 'a reference bk_…'))),
  saveCard: v.optional(v.boolean('true or false')),
  month: v.optional(v.pipe(v.string('a month yyyyMM'), v.regex(/^\d{4}(0[1-9]|1[0-2])$/, 'a month yyyyMM'))),
})

/**
 * Reads what `loadOrder` returned. A mistake in it is the shop's, never the buyer's.
 *
 * @param charges how the amount is going to be charged; `undefined` when it is not
 */
export function readOrder(value: unknown, charges: ChargedBy | undefined): { readonly order: ReadOrder } | RuleBroken {
  const result = v.safeParse(orderSchema, value)
  if (!result.success) return ruleOf(result.issues)
  const { currency } = result.output
  if (charges !== 'overseas' && currency !== 'KRW') return { field: 'currency', rule: "'KRW' for this method" }
  const total = parseAmount(result.output.total, currency)
  if (typeof total !== 'number') return { field: 'total', rule: total.rule }
  const order = { ...result.output, total, goods: tidyGoods(result.output.goods) }
  const least = charges === 'overseas' ? 1 : charges === undefined ? 0 : MINIMUM_WON[charges]
  if (total < least)
    return { field: 'total', rule: charges === 'overseas' ? 'more than nothing' : `at least ${least} won` }
  if (order.tax !== undefined && 'vat' in order.tax && order.tax.vat > total) {
    return { field: 'tax.vat', rule: 'at most the total' }
  }
  return { order }
}
