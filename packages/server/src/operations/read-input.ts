import { PaypleIntegrationError } from '@payple-kit/core'
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

const ORDER_ID = '1 to 128 characters without control characters'
const WON = 'whole won, 1 or more'
const NOTE = 'text of at most 500 characters'

/** Schemas that several operations share. Every message is the rule itself. */
export const FIELDS = {
  orderId: v.pipe(v.string(ORDER_ID), v.regex(/^[^\p{C}]{1,128}$/u, ORDER_ID)),
  won: v.pipe(v.number(WON), v.safeInteger(WON), v.minValue(1, WON)),
  vat: v.pipe(
    v.number('whole won, 0 or more'),
    v.safeInteger('whole won, 0 or more'),
    v.minValue(0, 'whole won, 0 or more'),
  ),
  idempotencyKey: v.pipe(
    v.string('1 to 200 visible ASCII characters'),
    v.regex(/^[\x21-\x7e]{1,200}$/, '1 to 200 visible ASCII characters'),
  ),
  note: v.pipe(v.string(NOTE), v.maxLength(500, NOTE)),
  billingKey: v.pipe(v.string('a reference bk_…'), v.regex(/^bk_[A-Za-z0-9_-]{22}$/, 'a reference bk_…')),
  month: v.pipe(
    v.string('a month yyyyMM such as 202611'),
    v.regex(/^\d{4}(0[1-9]|1[0-2])$/, 'a month yyyyMM such as 202611'),
  ),
} as const
