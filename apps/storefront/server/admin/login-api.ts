import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono, type Context } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { AdminState } from '../../shared/admin-api.ts'
import { readJson, readText, refuse, smallBody } from '../read-json.ts'
import { shopError } from '../shop-error.ts'
import { ADMIN_COOKIE, ADMIN_HOURS, type AdminSessions } from './admin-sessions.ts'
import type { Attempts } from './attempts.ts'
import { isPassword } from './password.ts'

export interface LoginOptions {
  /** Without one nobody gets in. */
  readonly password: string | undefined
  readonly admins: AdminSessions
  readonly attempts: Attempts
  readonly secure: boolean
}

/** Logging in and out, below `/api/admin`. */
export function loginApi({ password, admins, attempts, secure }: LoginOptions): Hono {
  const api = new Hono()
  const state = (c: Context): AdminState => (password === undefined ? 'disabled' : admins.has(c.req.raw) ? 'in' : 'out')

  api.get('/session', (c) => c.json({ state: state(c) }))

  api.post('/login', smallBody, async (c) => {
    const given = readText(await readJson(c), 'password', /^.{1,200}$/s)
    if (password === undefined) return refuse(404, 'ADMIN_DISABLED', 'SHOP_ADMIN_PASSWORD is not set.')
    const visitor = addressOf(c)
    const wait = attempts.wait(visitor)
    if (wait > 0) return refuseFor(wait)
    if (!isPassword(given, password)) {
      attempts.failed(visitor)
      return refuse(401, 'PASSWORD_WRONG', 'The password is wrong.', 'password')
    }
    attempts.succeeded(visitor)
    const options = { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: ADMIN_HOURS * 3_600, secure } as const
    setCookie(c, ADMIN_COOKIE, admins.open(), options)
    return c.json({ state: 'in' satisfies AdminState })
  })

  api.post('/logout', smallBody, async (c) => {
    await readJson(c)
    admins.close(c.req.raw)
    deleteCookie(c, ADMIN_COOKIE, { path: '/', secure })
    return c.json({ state: 'out' satisfies AdminState })
  })

  return api
}

function refuseFor(seconds: number): never {
  const error = shopError(429, 'TOO_MANY_ATTEMPTS', `Try again in ${seconds} seconds.`)
  error.res?.headers.set('retry-after', String(seconds))
  throw error
}

/** Behind a proxy this is the proxy, and everybody shares the limit. */
function addressOf(c: Context): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    // Called without a socket, as tests do.
    return 'unknown'
  }
}
