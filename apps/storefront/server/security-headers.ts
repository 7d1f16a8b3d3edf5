import type { MiddlewareHandler } from 'hono'

/**
 * Headers of the built shop. The gateway is allowed where docs/protocol/domestic.md section 10 asks for it.
 *
 * - inline styles stay allowed, because Payple's script writes `style` attributes
 * - `same-origin-allow-popups`: on phones the window is a tab that answers through `window.opener`
 * - the referrer policy keeps the origin, because Payple compares it with the registered domain
 */
export function securityHeaders(gateway: string): MiddlewareHandler {
  const policy = [
    `default-src 'self'`,
    `script-src 'self' ${gateway}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data: ${gateway}`,
    `connect-src 'self' ${gateway}`,
    `frame-src ${gateway}`,
    `form-action 'self' ${gateway}`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')

  return async function securityHeaders(c, next) {
    await next()
    c.header('content-security-policy', policy)
    c.header('cross-origin-opener-policy', 'same-origin-allow-popups')
    c.header('referrer-policy', 'strict-origin-when-cross-origin')
    c.header('x-content-type-options', 'nosniff')
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  }
}
