import type { CheckoutOutcome, ResultBody } from '@payple-kit/core'
import * as v from 'valibot'

import { guardJson } from '../http/guard.ts'
import { readJson } from '../http/read-body.ts'
import { json } from '../http/reply.ts'
import { readEvidence } from '../settle/read-evidence.ts'
import { settle } from '../settle/settle.ts'
import { findCheckout } from './route.ts'
import type { Route } from './route.ts'

const bodySchema: v.GenericSchema<unknown, ResultBody> = v.strictObject(
  { result: v.custom<ResultBody['result']>(isObject, 'the object that the callback got') },
  'an object with result',
)

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `POST checkouts/:id/result`: what the callback got. Evidence, not proof; see `settle`. */
export const resultRoute: Route = async (context, request, id) => {
  guardJson(request, context.settings)
  const { result } = await readJson(request, bodySchema)
  const row = await findCheckout(context, id)
  const outcome = await settle(context, row, 'callback', readEvidence(row, result))
  return json((outcome ?? { status: 'unknown', checkoutId: row.id }) satisfies CheckoutOutcome)
}
