import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { Hono } from 'hono'
import type { Handler } from './listen.ts'
import { securityHeaders } from './security-headers.ts'

/** Whoever answers for the pages. */
export interface Frontend {
  handle: Handler
  close: () => Promise<void>
}

const DIST = resolve(import.meta.dirname, '../dist')

/** Serves the built pages. */
export function staticFrontend(gateway: string): Frontend {
  if (!existsSync(resolve(DIST, 'index.html'))) {
    throw new Error(
      'SHOP_STATIC=1 needs the built pages, and there are none. Build them with: vite build apps/storefront',
    )
  }
  const app = new Hono()
  app.use(securityHeaders(gateway))
  app.use('/assets/*', async (c, next) => {
    await next()
    // File names carry a hash of their content.
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable')
  })
  app.get('*', serveStatic({ root: DIST }))
  app.get('*', async (c, next) => {
    if (/\.\w+$/.test(c.req.path)) return c.notFound()
    c.header('cache-control', 'no-cache')
    return serveStatic({ root: DIST, path: 'index.html' })(c, next)
  })
  return { handle: getRequestListener(app.fetch), close: async () => {} }
}
