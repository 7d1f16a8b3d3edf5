import { CHECKOUT_METHODS } from '@payple-kit/core'
import type { PrepareBody } from '@payple-kit/core'
import * as v from 'valibot'

import { guardJson } from '../http/guard.ts'
import { readJson } from '../http/read-body.ts'
import { json } from '../http/reply.ts'
import { prepareCheckout } from '../prepare/prepare-checkout.ts'
import type { Route } from './route.ts'

const ORDER_ID = '1 to 128 characters without control characters'

const bodySchema: v.GenericSchema<unknown, PrepareBody> = v.strictObject(
  {
    orderId: v.pipe(v.string(ORDER_ID), v.regex(/^[^\p{C}]{1,128}$/u, ORDER_ID)),
    method: v.picklist(CHECKOUT_METHODS, CHECKOUT_METHODS.map((method) => `'${method}'`).join(' or ')),
    display: v.picklist(['callback', 'redirect'], "'callback' or 'redirect'"),
  },
  'an object with orderId, method and display',
)

/** `POST checkouts`: a window for an order, or its outcome. */
export const prepareRoute: Route = async (context, request) => {
  guardJson(request, context.settings)
  const body = await readJson(request, bodySchema)
  return json(await prepareCheckout(context, body, request))
}
