import { isOverseas, PaypleIntegrationError, parseAmount } from '@payple-kit/core'
import type { Payment } from '@payple-kit/core'
import * as v from 'valibot'

import type { Context } from '../context.ts'
import { isPayment } from '../ledger/rules.ts'
import { isPaid } from '../ledger/transitions.ts'
import { deliver } from '../outbox/deliver.ts'
import { paymentOf } from '../settle/payment-of.ts'
import { recordForeignRefund } from './foreign-refund.ts'
import { noteRefunds } from './lookup.ts'
import { FIELDS, readInput } from './read-input.ts'

const METHOD = 'payments.declareRefunded'
const schema = v.strictObject({ orderId: FIELDS.orderId, total: FIELDS.amount, note: FIELDS.note })

/** See `Payments.declareRefunded`. */
export async function declareRefunded(
  context: Context,
  input: { readonly orderId: string; readonly total: number | string; readonly note: string },
): Promise<Payment | undefined> {
  const { orderId, total: declared, note } = readInput(METHOD, schema, input)
  const { ledger, scope } = context.settings
  const row = (await ledger.attempts(scope, orderId)).find((each) => isPayment(each) && isPaid(each))
  if (row === undefined) return undefined
  const total = parseAmount(declared, row.currency)
  if (typeof total !== 'number') throw wrong(total.rule)
  if (total > row.amount) throw wrong('at most what was paid')
  // A domestic lookup shows what was given back: its word counts, and a person's is not needed.
  if (isOverseas(row.method)) await recordForeignRefund(context, row, total, 'operator', note)
  else await noteRefunds(context, row, 'operator')
  await deliver(context, row.id)
  return paymentOf((await ledger.find(row.id)) ?? row)
}

function wrong(rule: string): PaypleIntegrationError {
  return new PaypleIntegrationError('INPUT_INVALID', `${METHOD}: "total" must be ${rule}.`)
}
