import type { Payer, Tax } from '@payple-kit/core'
import { MINIMUM_WON, tidyGoods, WINDOW_FIELDS } from '@payple-kit/core'
import * as v from 'valibot'

import { ruleOf } from './http/rule-of.ts'
import type { RuleBroken } from './http/rule-of.ts'

/** What the shop says about one of its orders. The only source of amounts in the whole kit. */
export interface Order {
  /** What is bought. Emoji and control characters are dropped, the rest is cut to 50 characters. */
  readonly goods: string
  /** Whole won the buyer pays, VAT included. At least 100; ignored by `register-card`. */
  readonly total: number
  readonly currency: 'KRW'
  /** Given to Payple, which then notifies the buyer. Not stored. */
  readonly payer?: Payer | undefined
  /** Leave out for a fully taxed order. */
  readonly tax?: Tax | undefined
}

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
  total: won,
  currency: v.literal('KRW', "'KRW'"),
  payer: v.optional(
    v.object({
      memberNo: v.optional(v.union([digits(WINDOW_FIELDS.PCD_PAYER_NO.max), won], MEMBER_NO)),
      name: v.optional(limited(WINDOW_FIELDS.PCD_PAYER_NAME.max)),
      phone: v.optional(limited(WINDOW_FIELDS.PCD_PAYER_HP.max)),
      email: v.optional(limited(WINDOW_FIELDS.PCD_PAYER_EMAIL.max)),
    }),
  ),
  tax: v.optional(
    v.union([v.object({ exempt: v.literal(true) }), v.object({ vat: won })], '{ exempt: true } or { vat: whole won }'),
  ),
})

/**
 * Reads what `loadOrder` returned. A mistake in it is the shop's, never the buyer's.
 *
 * @param charges whether the amount is going to be charged
 */
export function readOrder(value: unknown, charges: boolean): { readonly order: Order } | RuleBroken {
  const result = v.safeParse(orderSchema, value)
  if (!result.success) return ruleOf(result.issues)
  const order = { ...result.output, goods: tidyGoods(result.output.goods) }
  if (charges && order.total < MINIMUM_WON.card) return { field: 'total', rule: `at least ${MINIMUM_WON.card} won` }
  if (order.tax !== undefined && 'vat' in order.tax && order.tax.vat > order.total) {
    return { field: 'tax.vat', rule: 'at most the total' }
  }
  return { order }
}
