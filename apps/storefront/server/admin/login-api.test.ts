import { Hono } from 'hono'
import { beforeEach, describe, expect, it } from 'vitest'
import { adminSessions, type AdminSessions } from './admin-sessions.ts'
import { countAttempts } from './attempts.ts'
import { adminsOnly } from './authorize.ts'
import { loginApi } from './login-api.ts'

let now: number
let admins: AdminSessions
let app: Hono

beforeEach(() => {
  now = Date.parse('2026-11-25T03:00:00Z')
  const clock = () => now
  admins = adminSessions(clock)
  app = appWith('open sesame')
})

function appWith(password: string | undefined): Hono {
  return new Hono().route('/', loginApi({ password, admins, attempts: countAttempts(() => now), secure: true }))
}

async function post(path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie }
  return app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function logIn(): Promise<string> {
  const answer = await post('/login', { password: 'open sesame' })
  return answer.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
}

const request = (cookie: string) => new Request('https://shop.test/payple/payments', { headers: { cookie } })

describe('logging in', () => {
  it('gives a cookie that no script reads, no other site sends, and that ends', async () => {
    const answer = await post('/login', { password: 'open sesame' })
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; Secure; SameSite=Strict/)
    const cookie = await logIn()
    expect(admins.has(request(cookie))).toBe(true)
    now += 8 * 3_600_000
    expect(admins.has(request(cookie))).toBe(false)
  })

  it('refuses wrong passwords, and after five of them the right one too, for a while', async () => {
    for (let n = 0; n < 5; n += 1) expect((await post('/login', { password: 'guess' })).status).toBe(401)
    const blocked = await post('/login', { password: 'open sesame' })
    expect(blocked.status).toBe(429)
    expect(blocked.headers.get('retry-after')).toBe('600')
    now += 600_000
    expect((await post('/login', { password: 'open sesame' })).status).toBe(200)
  })

  it('is impossible without a password in the environment', async () => {
    app = appWith(undefined)
    expect(await (await app.request('/session')).json()).toEqual({ state: 'disabled' })
    expect((await post('/login', { password: 'undefined' })).status).toBe(404)
  })

  it('takes no forged cookie, and none of a session that was closed', async () => {
    const cookie = await logIn()
    expect(admins.has(request(cookie.replace(/\d{13}/, '9999999999999')))).toBe(false)
    expect(admins.has(request(`shop_admin=${'1'.repeat(60)}`))).toBe(false)
    expect((await post('/logout', {}, cookie)).status).toBe(200)
    expect(admins.has(request(cookie))).toBe(false)
  })
})

describe('the companion’s guarded routes', () => {
  it('are open to an admin, for payments only', async () => {
    const ask = adminsOnly(admins)
    const admin = request(await logIn())
    expect(await ask({ type: 'payment.refund', orderId: 'A-1', amount: 100 }, admin)).toBe(true)
    expect(await ask({ type: 'payments.list' }, request(''))).toBe(false)
    expect(await ask({ type: 'billing-key.charge', billingKey: 'bk_1', orderId: 'A-1' }, admin)).toBe(false)
  })
})
