/** Routes that show and move the money of payments. They exist only with the `authorize` option. */
import * as v from 'valibot'

import { authorized } from '../../http/authorized.ts'
import { guardJson, guardOrigin } from '../../http/guard.ts'
import { readJson } from '../../http/read-body.ts'
import { refused } from '../../http/refused.ts'
import { json } from '../../http/reply.ts'
import { ALL_STATES } from '../../ledger/transitions.ts'
import type { CheckoutState } from '../../ledger/checkout-row.ts'
import { FIELDS } from '../../operations/read-input.ts'
import type { GuardedRoute } from './guarded-route.ts'
import { subject } from './subject.ts'

/** `GET payments?state=paid&before=…&limit=…` */
export const listRoute: GuardedRoute = async (context, operations, request) => {
  guardOrigin(request, context.settings)
  await authorized(context, { type: 'payments.list' }, request)
  const { searchParams } = new URL(request.url)
  const states = searchParams.getAll('state')
  const unknown = states.find((state) => !ALL_STATES.includes(state as CheckoutState))
  if (unknown !== undefined)
    throw refused(400, 'BODY_INVALID', { field: 'state', rule: `one of ${ALL_STATES.join(', ')}` })
  const page = await operations.payments.list({
    states: states.length === 0 ? undefined : (states as CheckoutState[]),
    before: numberOf(searchParams, 'before'),
    limit: numberOf(searchParams, 'limit'),
  })
  return json(page)
}

/** `GET payments/:orderId`: the payment and its history. */
export const readRoute: GuardedRoute = async (context, operations, request, id) => {
  guardOrigin(request, context.settings)
  const orderId = subject(id)
  await authorized(context, { type: 'payment.read', orderId }, request)
  const { payments } = operations
  return json({ payment: await payments.get(orderId), attempts: await payments.history(orderId) })
}

/** `POST payments/:orderId/lookup` */
export const lookupRoute: GuardedRoute = async (context, operations, request, id) => {
  guardJson(request, context.settings)
  const orderId = subject(id)
  await authorized(context, { type: 'payment.lookup', orderId }, request)
  const found = await operations.payments.lookup(orderId)
  if (found === undefined) throw refused(404, 'ORDER_NOT_FOUND')
  return json(found)
}

const refundSchema = v.strictObject(
  {
    amount: v.optional(FIELDS.amount),
    vat: v.optional(FIELDS.vat),
    idempotencyKey: FIELDS.idempotencyKey,
    note: v.optional(FIELDS.note),
  },
  'an object with idempotencyKey',
)

/** `POST payments/:orderId/refund` */
export const refundRoute: GuardedRoute = async (context, operations, request, id) => {
  guardJson(request, context.settings)
  const orderId = subject(id)
  const body = await readJson(request, refundSchema)
  await authorized(context, { type: 'payment.refund', orderId, amount: body.amount }, request)
  return json(await operations.payments.refund({ orderId, ...body }))
}

function numberOf(params: URLSearchParams, name: string): number | undefined {
  const text = params.get(name)
  if (text === null) return undefined
  if (!/^\d{1,15}$/.test(text)) throw refused(400, 'BODY_INVALID', { field: name, rule: 'a whole number' })
  return Number(text)
}
