import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Who is logged in to the admin pages. */
export interface AdminSessions {
  /** Value of a new session's cookie. */
  open: () => string
  /** Whether a request carries a session that is still good. */
  has: (request: Request) => boolean
  /** Logs the request's session out, also for whoever copied its cookie. */
  close: (request: Request) => void
}

export const ADMIN_COOKIE = 'shop_admin'
export const ADMIN_HOURS = 8

/**
 * Signed cookies `<expires>.<random>.<signature>`. The signing key lives as long as the process, so a restart, and with it a new
 * password, logs everybody out.
 */
export function adminSessions(clock: () => number): AdminSessions {
  const key = randomBytes(32)
  const closed = new Set<string>()
  const sign = (text: string): Buffer => createHmac('sha256', key).update(text).digest()

  const valid = (request: Request): string | undefined => {
    const cookie = /(?:^|;\s*)shop_admin=(\d{13}\.[\w-]{22})\.([\w-]{43})(?:;|$)/.exec(
      request.headers.get('cookie') ?? '',
    )
    const [, session = '', signature = ''] = cookie ?? []
    if (session === '' || closed.has(session)) return undefined
    if (!timingSafeEqual(sign(session), Buffer.from(signature, 'base64url'))) return undefined
    return Number(session.slice(0, 13)) > clock() ? session : undefined
  }

  return {
    open: () => {
      const session = `${clock() + ADMIN_HOURS * 3_600_000}.${randomBytes(16).toString('base64url')}`
      return `${session}.${sign(session).toString('base64url')}`
    },
    has: (request) => valid(request) !== undefined,
    close: (request) => {
      const session = valid(request)
      if (session !== undefined) closed.add(session)
    },
  }
}
