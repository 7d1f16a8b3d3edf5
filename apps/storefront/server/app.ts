import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { shopApi, type ApiOptions } from './api.ts'
import type { Gateway } from './gateway.ts'
import { checkHealth } from './health.ts'
import { securityHeaders } from './security-headers.ts'

export interface AppOptions extends Omit<ApiOptions, 'secure'> {
  readonly gateway: Gateway
  readonly origin: string
  readonly secured: boolean
}

/** Paths that the app answers. Everything else belongs to the pages. */
export const APP_PATHS = ['/api', '/payple', '/healthz', '/vendor'] as const

/** The shop's HTTP routes, with the companion mounted below `/payple`. */
export function createApp({ gateway, origin, secured, ...parts }: AppOptions): Hono {
  const { payple, store } = parts
  const app = new Hono()
  if (secured) app.use(securityHeaders(gateway.url))

  app.get('/healthz', async (c) => {
    const health = await checkHealth({ shop: store.ping, companion: () => payple.health(), gateway })
    return c.json(health, health.status === 'ok' ? 200 : 503)
  })

  app.route('/api', shopApi({ ...parts, secure: origin.startsWith('https:') }))
  app.all('/payple/*', (c) => payple.fetch(c.req.raw))

  // Only Payple's script of 2020 asks for it (PAYPLE_AUTH=auth-file).
  app.get('/vendor/jquery.js', (c) => {
    const file = createRequire(import.meta.url).resolve('jquery/dist/jquery.min.js')
    return c.body(readFileSync(file, 'utf8'), 200, { 'content-type': 'text/javascript; charset=utf-8' })
  })

  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse()
    console.error(error)
    return c.json({ error: { code: 'INTERNAL', message: 'Something went wrong on our side.' } }, 500)
  })
  return app
}
