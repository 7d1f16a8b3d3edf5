import { createHash, randomBytes } from 'node:crypto'
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

/**
 * Whose cards and subscription these are. This shop has no accounts, so the browser session stands for the member, as a hash: the
 * id appears in the ledger and in addresses, and the session itself must not.
 */
export function memberOf(session: string): string {
  return createHash('sha256').update(session).digest('base64url').slice(0, 22)
}
