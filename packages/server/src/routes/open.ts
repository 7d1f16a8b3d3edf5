import * as v from 'valibot'

import { guardJson } from '../http/guard.ts'
import { readJson } from '../http/read-body.ts'
import { FIRST_CHECK_MS } from '../settle/back-off.ts'
import { findCheckout } from './route.ts'
import type { Route } from './route.ts'

const bodySchema: v.GenericSchema<unknown, object> = v.strictObject({}, 'an empty object')

/** `POST checkouts/:id/open`: notes that the window was opened. */
export const openRoute: Route = async (context, request, id) => {
  guardJson(request, context.settings)
  await readJson(request, bodySchema)
  const { id: checkoutId, work } = await findCheckout(context, id)
  const at = context.settings.world.clock()
  await context.settings.ledger.move({
    id: checkoutId,
    from: ['created'],
    to: 'opened',
    at,
    // A PAY window that stays silent may have taken money; the reconciler asks.
    set: work === 'PAY' ? { nextCheckAt: at + FIRST_CHECK_MS } : {},
    event: { name: 'opened', actor: 'page' },
  })
  return new Response(null, { status: 204 })
}
