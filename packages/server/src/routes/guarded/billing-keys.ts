/** Routes for registered cards and accounts. They exist only with the `authorize` option, and none of them shows a key. */
import * as v from 'valibot'

import { authorized } from '../../http/authorized.ts'
import { guardJson, guardOrigin } from '../../http/guard.ts'
import { readJson } from '../../http/read-body.ts'
import { refused } from '../../http/refused.ts'
import { json } from '../../http/reply.ts'
import { FIELDS } from '../../operations/read-input.ts'
import { loadOrder } from '../../prepare/load-order.ts'
import type { GuardedRoute } from './guarded-route.ts'
import { subject } from './subject.ts'

/** `GET billing-keys?orderId=…`: what was registered under an order id. */
export const listKeysRoute: GuardedRoute = async (context, operations, request) => {
  guardOrigin(request, context.settings)
  const orderId = subject(new URL(request.url).searchParams.get('orderId') ?? '')
  await authorized(context, { type: 'billing-keys.list', orderId }, request)
  return json({ billingKeys: await operations.billingKeys.list(orderId) })
}

const chargeSchema = v.strictObject(
  { orderId: FIELDS.orderId, idempotencyKey: FIELDS.idempotencyKey, month: v.optional(FIELDS.month) },
  'an object with orderId and idempotencyKey',
)

/** `POST billing-keys/:id/charge`: goods and amount come from `loadOrder`, never from the request. */
export const chargeRoute: GuardedRoute = async (context, operations, request, id) => {
  guardJson(request, context.settings)
  const billingKey = reference(id)
  const { orderId, ...rest } = await readJson(request, chargeSchema)
  await authorized(context, { type: 'billing-key.charge', billingKey, orderId }, request)
  const key = await operations.billingKeys.get(billingKey)
  const order = await loadOrder(context, { orderId, charges: key?.type ?? 'card' }, request)
  return json(await operations.billingKeys.charge({ billingKey, orderId, order, ...rest }))
}

/** `DELETE billing-keys/:id` */
export const deleteRoute: GuardedRoute = async (context, operations, request, id) => {
  guardJson(request, context.settings)
  const billingKey = reference(id)
  const key = await operations.billingKeys.get(billingKey)
  await authorized(context, { type: 'billing-key.delete', billingKey, orderId: key?.orderId }, request)
  return json(await operations.billingKeys.delete(billingKey))
}

function reference(id: string): string {
  const result = v.safeParse(FIELDS.billingKey, id)
  if (result.success) return result.output
  throw refused(400, 'BODY_INVALID', { field: 'billingKey', rule: result.issues[0].message })
}
