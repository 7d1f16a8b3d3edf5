import { PaypleIntegrationError } from '@payple-kit/core'
import type { CashReceiptFor } from '@payple-kit/core'
import * as v from 'valibot'

import { ruleOf } from '../http/rule-of.ts'

/**
 * Checks the input of a method that the shop's own server calls. What is wrong with it is a mistake in the shop's code, so it is
 * thrown, not returned.
 *
 * @throws PaypleIntegrationError `INPUT_INVALID` naming field and rule, never a value
 */
export function readInput<Output>(method: string, schema: v.GenericSchema<unknown, Output>, input: unknown): Output {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const { field, rule } = ruleOf(result.issues)
  throw new PaypleIntegrationError('INPUT_INVALID', `${method}: "${field || 'input'}" must be ${rule}.`)
}

type Text = v.GenericSchema<string>
type Won = v.GenericSchema<number>

const matching = (pattern: RegExp, rule: string): Text => v.pipe(v.string(rule), v.regex(pattern, rule))
const wonFrom = (least: number): Won => {
  const rule = `whole won, ${least} or more`
  return v.pipe(v.number(rule), v.safeInteger(rule), v.minValue(least, rule))
}
const AMOUNT = "whole won, 1 or more, or a text such as '19.90'"
const MOMENT = 'epoch milliseconds of a day up to the year 9999'
const LAST_MOMENT = Date.UTC(9999, 11, 30)
const NOTE = 'text of at most 500 characters'

/** Schemas that several operations share. Every message is the rule itself. */
export const FIELDS: {
  readonly orderId: Text
  readonly won: Won
  /** Whole won, or a decimal text; which of them the payment's currency decides. */
  readonly amount: v.GenericSchema<number | string>
  readonly vat: Won
  readonly idempotencyKey: Text
  readonly note: Text
  readonly billingKey: Text
  readonly month: Text
  readonly securityCode: Text
  readonly receiptFor: v.GenericSchema<CashReceiptFor>
  readonly linkType: v.GenericSchema<'card' | 'transfer' | 'both'>
  readonly moment: v.GenericSchema<number>
} = {
  orderId: matching(/^[^\p{C}]{1,128}$/u, '1 to 128 characters without control characters'),
  won: wonFrom(1),
  amount: v.union([wonFrom(1), matching(/^\d{1,12}(\.\d{1,2})?$/, AMOUNT)], AMOUNT),
  vat: wonFrom(0),
  idempotencyKey: matching(/^[\x21-\x7e]{1,200}$/, '1 to 200 visible ASCII characters'),
  note: v.pipe(v.string(NOTE), v.maxLength(500, NOTE)),
  billingKey: matching(/^bk_[A-Za-z0-9_-]{22}$/, 'a reference bk_…'),
  month: matching(/^\d{4}(0[1-9]|1[0-2])$/, 'a month yyyyMM such as 202611'),
  securityCode: matching(/^\d{3,4}$/, '3 or 4 digits'),
  receiptFor: v.strictObject({
    use: v.picklist(['personal', 'company'], "'personal' or 'company'"),
    number: matching(/^[\d -]{8,20}$/, 'a phone or business number'),
  }),
  linkType: v.picklist(['card', 'transfer', 'both'], "'card', 'transfer' or 'both'"),
  moment: v.pipe(v.number(MOMENT), v.integer(MOMENT), v.minValue(0, MOMENT), v.maxValue(LAST_MOMENT, MOMENT)),
}
