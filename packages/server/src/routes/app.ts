import { Hono } from 'hono'

import type { Context } from '../context.ts'
import { finished, preflight, refusal } from '../http/reply.ts'
import { Refused, refused } from '../http/refused.ts'
import { serverError } from '../errors.ts'
import { errorName } from '../log.ts'
import type { Log } from '../log.ts'
import type { Operations } from '../operations/operations.ts'
import { authRoute } from './auth.ts'
import { chargeRoute, deleteRoute, listKeysRoute } from './guarded/billing-keys.ts'
import { listRoute, lookupRoute, readRoute, refundRoute } from './guarded/payments.ts'
import type { GuardedRoute } from './guarded/guarded-route.ts'
import { cancelRoute, issueRoute, linkRoute } from './guarded/receipts-and-links.ts'
import { openRoute } from './open.ts'
import { prepareRoute } from './prepare.ts'
import { resultRoute } from './result.ts'
import { returnRoute } from './return.ts'
import type { Route } from './route.ts'
import { viewRoute } from './view.ts'
import { overseasWebhookRoute, webhookRoute } from './webhook.ts'

/** The companion's routes (ARCHITECTURE.md, "The companion's routes") as one function. Always answers, never rejects. */
export function createApp(context: Context, operations: Operations): (request: Request) => Promise<Response> {
  const { settings, log } = context
  const app = new Hono().basePath(settings.basePath)
  const routes: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
    '/checkouts': { POST: prepareRoute },
    '/checkouts/:id': { GET: viewRoute },
    '/checkouts/:id/open': { POST: openRoute },
    '/checkouts/:id/result': { POST: resultRoute },
    '/auth/:id': { POST: authRoute },
    '/return/:id': { GET: returnRoute, POST: returnRoute },
    ...(settings.webhooks === undefined
      ? {}
      : {
          '/webhooks/domestic/:id': { GET: webhookRoute, HEAD: webhookRoute, POST: webhookRoute },
          '/webhooks/overseas/:id': {
            GET: overseasWebhookRoute,
            HEAD: overseasWebhookRoute,
            POST: overseasWebhookRoute,
          },
        }),
    ...(settings.authorize === undefined ? {} : guarded(operations)),
  }
  for (const [path, methods] of Object.entries(routes)) {
    for (const [method, route] of Object.entries(methods)) {
      app.on(method, path, (c) => route(context, c.req.raw, c.req.param('id') ?? ''))
    }
    app.options(path, (c) => preflight(c.req.raw, settings))
    const allow = Object.keys(methods).join(', ')
    app.all(path, () => refusal(new Refused(405, serverError('METHOD_NOT_ALLOWED', { rule: allow }), { allow })))
  }
  app.notFound(() => refusal(refused(404, 'ROUTE_NOT_FOUND')))
  app.onError((error) => {
    if (error instanceof Refused) {
      logRefusal(log, error)
      return refusal(error)
    }
    log('error', 'crashed', { error: errorName(error) })
    return refusal(refused(500, 'INTERNAL'))
  })
  return async (request) => {
    try {
      return finished(await app.fetch(request), request, settings)
    } catch (error) {
      log('error', 'crashed', { error: errorName(error) })
      return finished(refusal(refused(500, 'INTERNAL')), request, settings)
    }
  }
}

/** Refusals that are logged where they happen, with more to say. */
const TOLD_ALREADY: ReadonlySet<string> = new Set([
  'ORDER_INVALID',
  'ORDER_UNAVAILABLE',
  'FORBIDDEN',
  'AUTHORIZE_FAILED',
])
/** Any scanner causes these; a warning each would hide the others. */
const NOISE: ReadonlySet<string> = new Set(['ROUTE_NOT_FOUND', 'METHOD_NOT_ALLOWED', 'CHECKOUT_NOT_FOUND'])

/** A refused request is usually a mistake in the set-up, and the page only says "contact the shop". */
function logRefusal(log: Log, { error: { code, field, rule, gatewayCode } }: Refused): void {
  if (TOLD_ALREADY.has(code)) return
  log(NOISE.has(code) ? 'info' : 'warn', 'refused', { code, field, reason: rule, gatewayCode })
}

/** Routes that show or move money after the checkout. Without `authorize` nobody could be asked, so they do not exist. */
const GUARDED: Readonly<Record<string, Readonly<Record<string, GuardedRoute>>>> = {
  '/payments': { GET: listRoute },
  '/payments/:id': { GET: readRoute },
  '/payments/:id/lookup': { POST: lookupRoute },
  '/payments/:id/refund': { POST: refundRoute },
  '/payments/:id/receipt': { POST: issueRoute, DELETE: cancelRoute },
  '/billing-keys': { GET: listKeysRoute },
  '/billing-keys/:id': { DELETE: deleteRoute },
  '/billing-keys/:id/charge': { POST: chargeRoute },
  '/links': { POST: linkRoute },
}

function guarded(operations: Operations): Readonly<Record<string, Readonly<Record<string, Route>>>> {
  const bound =
    (route: GuardedRoute): Route =>
    (context, request, id) =>
      route(context, operations, request, id)
  return Object.fromEntries(
    Object.entries(GUARDED).map(([path, methods]) => [
      path,
      Object.fromEntries(Object.entries(methods).map(([method, route]) => [method, bound(route)])),
    ]),
  )
}
