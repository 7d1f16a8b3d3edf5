import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { beforeEach, describe, expect, it } from 'vitest'
import { adminSessions } from './admin-sessions.ts'
import { doubtsApi } from './doubts-api.ts'

let calls: unknown[][]
let app: Hono
let cookie: string

beforeEach(() => {
  calls = []
  const admins = adminSessions(() => Date.parse('2026-11-25T03:00:00Z'))
  cookie = `shop_admin=${admins.open()}`
  const items = Array.from({ length: 21 }, (_, index) => ({
    id: 100 - index,
    kind: 'payment-in-doubt' as const,
    subject: `co_${index}`,
    raisedAt: '2026-11-25T03:00:00.000Z',
    advice: 'Look.',
  }))
  app = new Hono().route(
    '/',
    doubtsApi({
      admins,
      attention: {
        list: async () => items,
        close: async (...args) => {
          calls.push(['close', ...args])
          return 1
        },
      },
      payments: {
        release: async (...args) => {
          calls.push(['release', ...args])
          return { status: 'unknown', checkoutId: 'co_1' }
        },
        declareRefund: async (...args) => {
          calls.push(['declare', ...args])
          return undefined
        },
      },
    }),
  )
  app.onError((error) => (error instanceof HTTPException ? error.getResponse() : new Response(null, { status: 500 })))
})

function post(path: string, body: unknown, as = cookie): Promise<Response> {
  const headers = { 'content-type': 'application/json', cookie: as }
  return Promise.resolve(app.request(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

describe('the attention list', () => {
  it('is closed to everybody but admins, every lever of it', async () => {
    const paths = ['/attention/co_1/release', '/attention/rf_1/refund', '/attention/co_1/close']
    for (const path of paths) expect((await post(path, { note: 'seen', result: 'done' }, '')).status).toBe(403)
    expect((await app.request('/attention')).status).toBe(403)
    expect(calls).toEqual([])
  })

  it('comes page by page', async () => {
    const page = (await (await app.request('/attention', { headers: { cookie } })).json()) as {
      items: []
      next: number
    }
    expect(page.items).toHaveLength(20)
    expect(page.next).toBe(81)
  })

  it('ends a doubt with a note only', async () => {
    expect((await post('/attention/co_1/release', { note: ' ' })).status).toBe(422)
    expect((await post('/attention/rf_1/refund', { note: 'seen', result: 'perhaps' })).status).toBe(422)
    expect(calls).toEqual([])
    expect(await (await post('/attention/co_1/release', { note: 'not there' })).json()).toEqual({ status: 'unknown' })
    expect(await (await post('/attention/rf_1/refund', { note: 'seen', result: 'done' })).json()).toEqual({
      status: 'gone',
    })
    expect(await (await post('/attention/webhook-7/close', { note: 'seen' })).json()).toEqual({ status: 'closed' })
    expect(calls).toEqual([
      ['release', 'co_1', 'not there'],
      ['declare', 'rf_1', 'done', 'seen'],
      ['close', 'webhook-7', 'seen'],
    ])
  })
})
