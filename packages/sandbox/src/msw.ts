/** The sandbox as handlers of Mock Service Worker, for pages and tests without a socket. */
import { http, HttpResponse, type HttpHandler } from 'msw'
import type { Sandbox } from './sandbox.ts'
import { isSandboxNetworkError } from './wire/network-error.ts'

/**
 * Handlers that answer everything under `origin` from a sandbox. In a page, create it with `embedded: true`: a service
 * worker is never asked about navigations.
 *
 * @param origin for example `https://payple.test`, without a trailing slash
 */
export function sandboxHandlers(sandbox: Sandbox, origin: string): HttpHandler[] {
  return [
    http.all(`${origin}/*`, async ({ request }) => {
      try {
        return await sandbox.fetch(request)
      } catch (error) {
        if (isSandboxNetworkError(error)) return HttpResponse.error()
        throw error
      }
    }),
  ]
}
