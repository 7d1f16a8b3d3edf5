import { isOverseas } from '@payple-kit/core'
import type { OpenedWindow } from '@payple-kit/core'
import * as v from 'valibot'

import type { Context } from '../context.ts'
import { guardJson } from '../http/guard.ts'
import { readJson } from '../http/read-body.ts'
import { refused } from '../http/refused.ts'
import { json } from '../http/reply.ts'
import { FIRST_CHECK_MS } from '../settle/back-off.ts'
import { findCheckout } from './route.ts'
import type { Route } from './route.ts'

const bodySchema: v.GenericSchema<unknown, object> = v.strictObject({}, 'an empty object')

/**
 * `POST checkouts/:id/open`: notes that the window was opened. For an overseas card it comes before the window and answers the token that
 * opens it.
 */
export const openRoute: Route = async (context, request, id) => {
  guardJson(request, context.settings)
  await readJson(request, bodySchema)
  const row = await findCheckout(context, id)
  const overseas = isOverseas(row.method)
  const at = context.settings.world.clock()
  const moved = await context.settings.ledger.move({
    id: row.id,
    from: ['created'],
    to: 'opened',
    at,
    // A PAY window that stays silent may have taken money; the reconciler asks.
    set: row.work === 'PAY' ? { nextCheckAt: at + FIRST_CHECK_MS, checks: 0 } : {},
    event: { name: 'opened', actor: 'page' },
  })
  if (!overseas) return new Response(null, { status: 204 })
  // No token for an attempt that has ended, nor a second one: each window has an order number of its own.
  if (moved !== 'moved' || row.expiresAt <= at) throw refused(409, 'CHECKOUT_CLOSED')
  return json(await windowToken(context))
}

async function windowToken({ overseas }: Context): Promise<OpenedWindow> {
  if (overseas === undefined) throw refused(422, 'OVERSEAS_NOT_CONFIGURED')
  const reply = await overseas.windowToken()
  if (reply.kind === 'refused') throw refused(502, 'AUTH_REFUSED', { gatewayCode: reply.gatewayCode })
  if (reply.kind !== 'answer') throw refused(503, 'GATEWAY_UNREACHABLE')
  const { accessToken: authorization, payClass: payCls } = reply.answer
  return { authorization, ...(payCls === undefined ? {} : { payCls }) }
}
