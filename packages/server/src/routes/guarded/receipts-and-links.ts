/** Routes for cash receipts and payment links. They exist only with the `authorize` option. */
import * as v from 'valibot'

import { authorized } from '../../http/authorized.ts'
import { guardJson } from '../../http/guard.ts'
import { readJson } from '../../http/read-body.ts'
import { json } from '../../http/reply.ts'
import { FIELDS } from '../../operations/read-input.ts'
import { loadOrder } from '../../prepare/load-order.ts'
import type { GuardedRoute } from './guarded-route.ts'
import { subject } from './subject.ts'

const receiptSchema = v.strictObject(
  {
    amount: v.optional(FIELDS.won),
    for: v.optional(FIELDS.receiptFor),
  },
  'an object',
)

/** `POST payments/:orderId/receipt` */
export const issueRoute: GuardedRoute = async (context, operations, request, id) => {
  guardJson(request, context.settings)
  const orderId = subject(id)
  const body = await readJson(request, receiptSchema)
  await authorized(context, { type: 'receipt.issue', orderId, amount: body.amount }, request)
  return json(await operations.receipts.issue({ orderId, ...body }))
}

/** `DELETE payments/:orderId/receipt` */
export const cancelRoute: GuardedRoute = async (context, operations, request, id) => {
  guardJson(request, context.settings)
  const orderId = subject(id)
  await authorized(context, { type: 'receipt.cancel', orderId }, request)
  return json(await operations.receipts.cancel(orderId))
}

const linkSchema = v.strictObject(
  {
    orderId: FIELDS.orderId,
    idempotencyKey: FIELDS.idempotencyKey,
    type: v.optional(FIELDS.linkType),
    expiresAt: v.optional(FIELDS.moment),
    memo: v.optional(FIELDS.note),
  },
  'an object with orderId and idempotencyKey',
)

/** `POST links`: goods and amount come from `loadOrder`. */
export const linkRoute: GuardedRoute = async (context, operations, request) => {
  guardJson(request, context.settings)
  const { orderId, ...rest } = await readJson(request, linkSchema)
  await authorized(context, { type: 'link.create', orderId }, request)
  const charges = rest.type === undefined || rest.type === 'card' ? 'card' : 'transfer'
  const order = await loadOrder(context, { orderId, charges }, request)
  return json(await operations.links.create({ orderId, order, ...rest }))
}
