import { isOverseas } from '@payple-kit/core'
import type { CheckoutView } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { framedReturn, isFramed } from '../http/framed-return.ts'
import { readForm } from '../http/read-body.ts'
import { errorName } from '../log.ts'
import { readEvidence } from '../settle/read-evidence.ts'
import { settle } from '../settle/settle.ts'
import { findCheckout } from './route.ts'
import type { Route } from './route.ts'

/**
 * `POST return/:id`: the gateway's cross-site form, without cookies; the row is found by the unguessable id. `GET`: reload and
 * Back. Both end in the same redirect to the shop, also when settling failed: the landing page asks again.
 */
export const returnRoute: Route = async (context, request, id) => {
  const row = await findCheckout(context, id)
  const view: { -readonly [Key in keyof CheckoutView]: CheckoutView[Key] } = {
    checkoutId: row.id,
    orderId: row.orderId,
  }
  if (request.method === 'POST') {
    const evidence = readEvidence(row, await readForm(request))
    try {
      const outcome = await settle(context, row, 'return', evidence)
      if (outcome !== undefined) view.outcome = outcome
    } catch (error) {
      context.log('error', 'crashed', { checkoutId: row.id, error: errorName(error) })
    }
  }
  const location = landingFor(context, view)
  // Whether the overseas window sends the result to the page or to its own frame is not known (docs/protocol/overseas.md 3.4).
  if (isOverseas(row.method) && isFramed(request))
    return framedReturn({ checkoutId: row.id, origin: context.settings.origin, location })
  return new Response(null, { status: 303, headers: { location } })
}

/** An address in the shop, whatever the `landing` function says: it must not become an open redirect. */
function landingFor({ settings, log }: Context, view: CheckoutView): string {
  const { origin, landing } = settings
  let path: unknown = landing
  try {
    if (typeof landing === 'function') path = landing(view)
  } catch (error) {
    log('error', 'crashed', { checkoutId: view.checkoutId, error: errorName(error) })
  }
  const url = typeof path === 'string' && URL.canParse(path, origin) ? new URL(path, origin) : new URL(origin)
  const inside = url.origin === origin ? url : new URL(origin)
  inside.searchParams.set('checkout', view.checkoutId)
  return inside.href
}
