import type { Server } from 'node:http'
import { resolve } from 'node:path'
import type { Frontend } from './frontend.ts'

/** Compiles the pages on the fly. Vite is loaded here, so that a built shop starts without it. */
export async function devFrontend(server: Server): Promise<Frontend> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    root: resolve(import.meta.dirname, '..'),
    appType: 'spa',
    clearScreen: false,
    logLevel: 'warn',
    // The same port for pages, API and reload socket: cookies and origin stay simple.
    server: { middlewareMode: true, hmr: { server } },
  })
  return { handle: vite.middlewares, close: () => vite.close() }
}
