import { Hono } from 'hono'

import type { Context } from '../context.ts'
import { finished, preflight, refusal } from '../http/reply.ts'
import { Refused, refused } from '../http/refused.ts'
import { serverError } from '../errors.ts'
import { errorName } from '../log.ts'
import { authRoute } from './auth.ts'
import { openRoute } from './open.ts'
import { prepareRoute } from './prepare.ts'
import { resultRoute } from './result.ts'
import { returnRoute } from './return.ts'
import { viewRoute } from './view.ts'

/** The companion's routes (ARCHITECTURE.md, "The companion's routes") as one function. Always answers, never rejects. */
export function createApp(context: Context): (request: Request) => Promise<Response> {
  const { settings, log } = context
  const app = new Hono().basePath(settings.basePath)
  const routes = {
    '/checkouts': { POST: prepareRoute },
    '/checkouts/:id': { GET: viewRoute },
    '/checkouts/:id/open': { POST: openRoute },
    '/checkouts/:id/result': { POST: resultRoute },
    '/auth/:id': { POST: authRoute },
    '/return/:id': { GET: returnRoute, POST: returnRoute },
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
    if (error instanceof Refused) return refusal(error)
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
