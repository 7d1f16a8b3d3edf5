import type { CheckoutView } from '@payple-kit/core'

import { json } from '../http/reply.ts'
import { settle } from '../settle/settle.ts'
import { findCheckout } from './route.ts'
import type { Route } from './route.ts'

/** `GET checkouts/:id`: what is known, after settling what is in doubt and due. */
export const viewRoute: Route = async (context, _request, id) => {
  const row = await findCheckout(context, id)
  const outcome = await settle(context, row, 'poll')
  const view: CheckoutView = { checkoutId: row.id, orderId: row.orderId, ...(outcome === undefined ? {} : { outcome }) }
  return json(view)
}
