import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'

const NAME = 'shop_session'
const YEAR = 365 * 24 * 60 * 60

/** The session of a request, when it carries one. */
export function sessionOf(request: Request): string | undefined {
  const match = /(?:^|;\s*)shop_session=([\w-]{20,})/.exec(request.headers.get('cookie') ?? '')
  return match?.[1]
}

/** The session of the request, or a new one set on the answer. */
export function ensureSession(c: Context, secure: boolean): string {
  const known = getCookie(c, NAME)
  if (known !== undefined && /^[\w-]{20,}$/.test(known)) return known
  const session = randomBytes(24).toString('base64url')
  setCookie(c, NAME, session, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: YEAR, secure })
  return session
}
