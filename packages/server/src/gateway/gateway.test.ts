import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { describe, expect, test } from 'vitest'

import { DOMESTIC, SHOP } from '../testing/test-shop.ts'
import { testWorld } from '../testing/test-world.ts'
import { createGateway } from './gateway.ts'
import type { Gateway } from './gateway.ts'
import { wasNeverSent } from './failure.ts'

const TIMEOUTS = { authMs: 1, confirmMs: 1, lookupMs: 1, leaseMs: 1 }
const settings = { ...DOMESTIC, authentication: 'client-key', work: 'CERT', scriptUrl: '' } as const
const KEYS = { authKey: 'a', reqKey: 'r' }

/** A gateway whose network answers what the test wants, and the requests it saw. */
function wired(fetch: (request: Request, nth: number) => Response | Promise<Response>): {
  gateway: Gateway
  seen: Request[]
  expire: () => void
} {
  const seen: Request[] = []
  const world = testWorld()
  const line = {
    gateway: 'https://cpay.payple.kr',
    referer: SHOP,
    log: () => undefined,
    world: { deadline: world.deadline, fetch: async (request: Request) => fetch(request, seen.push(request)) },
  }
  return { gateway: createGateway(line, settings, TIMEOUTS), seen, expire: world.expireDeadlines }
}

const authenticated = {
  result: 'success',
  cst_id: 't1',
  custKey: 't2',
  AuthKey: 't3',
  return_url: 'https://evil.example/php/PayChkAct.php',
}

describe('requests', () => {
  test('go to the pinned host whatever an answer says, with Referer, and tokens instead of keys', async () => {
    const { gateway, seen } = wired((_request, nth) =>
      Response.json(nth === 1 ? authenticated : { PCD_PAY_RST: 'error' }),
    )
    await gateway.lookup({ oid: 'oid-1', date: '20261121', type: 'card' })
    expect(seen.map((request) => request.url)).toEqual([
      'https://cpay.payple.kr/php/auth.php',
      'https://cpay.payple.kr/php/PayChkAct.php',
    ])
    for (const request of seen) {
      expect(request.method).toBe('POST')
      expect(request.headers.get('referer')).toBe(SHOP)
      expect(request.headers.get('content-type')).toBe('application/json')
      expect(request.redirect).toBe('error')
    }
    expect(await seen[0]?.json()).toEqual({ cst_id: 'test', custKey: DOMESTIC.custKey, PCD_PAYCHK_FLAG: 'Y' })
    expect(await seen[1]?.json()).toEqual({
      PCD_CST_ID: 't1',
      PCD_CUST_KEY: 't2',
      PCD_AUTH_KEY: 't3',
      PCD_PAYCHK_FLAG: 'Y',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_OID: 'oid-1',
      PCD_PAY_DATE: '20261121',
    })
  })

  test('the confirm carries exactly its five fields, however much it was handed', async () => {
    const { gateway, seen } = wired(() => Response.json({ PCD_PAY_RST: 'error' }))
    const handed = { ...KEYS, path: '/x', PCD_REFUND_KEY: 'no', cstId: 'no' }
    await gateway.confirm('/php/PayCardConfirmAct.php?ACT_=PAYM', handed)
    expect(await seen[0]?.json()).toEqual({
      PCD_CST_ID: 'test',
      PCD_CUST_KEY: DOMESTIC.custKey,
      PCD_AUTH_KEY: 'a',
      PCD_PAY_REQKEY: 'r',
      PCD_PAYER_ID: '',
    })
  })

  test('a Referer really leaves through the platform’s fetch', async () => {
    const headers: (string | undefined)[] = []
    const server = createServer((request, response) => {
      headers.push(request.headers.referer)
      response.setHeader('content-type', 'application/json').end('{"PCD_PAY_RST":"error"}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const line = {
      gateway: origin,
      referer: SHOP,
      log: () => undefined,
      world: { fetch: globalThis.fetch, deadline: testWorld().deadline },
    }
    const gateway = createGateway(line, settings, TIMEOUTS)
    expect((await gateway.confirm('/x', KEYS)).kind).toBe('answer')
    expect(headers).toEqual([SHOP])
    await new Promise((resolve) => server.close(resolve))
    expect(await gateway.confirm('/x', KEYS)).toEqual({ kind: 'not-sent', reason: 'unreachable' })
  })
})

test('connections are kept: twenty operations of two calls each share one or two', async () => {
  let connections = 0
  const server = createServer((request, response) => {
    request.resume()
    const auth = request.url === '/php/auth.php'
    const answer = auth ? { ...authenticated, return_url: '/php/PayChkAct.php' } : { PCD_PAY_RST: 'error' }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  })
  server.on('connection', () => (connections += 1))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const line = {
    gateway: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    referer: SHOP,
    log: () => undefined,
    world: { fetch: globalThis.fetch, deadline: testWorld().deadline },
  }
  const gateway = createGateway(line, settings, TIMEOUTS)
  for (let call = 0; call < 20; call++) await gateway.lookup({ oid: 'o', date: '20261121', type: 'card' })
  expect(connections).toBeLessThanOrEqual(2)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

describe('repeats', () => {
  test('auth twice, a lost lookup twice, confirm and cancel never', async () => {
    const count = async (call: (gateway: Gateway) => Promise<unknown>, failing: string): Promise<number> => {
      const { gateway, seen } = wired((request) => {
        if (request.url.includes(failing)) throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })
        return Response.json({ ...authenticated, return_url: request.url.includes('auth') ? '/php/next.php' : '' })
      })
      await call(gateway)
      return seen.filter((request) => request.url.includes(failing)).length
    }
    expect(await count((gateway) => gateway.authenticate('window'), 'auth.php')).toBe(2)
    expect(await count((gateway) => gateway.lookup({ oid: 'o', date: '20261121', type: 'card' }), 'next.php')).toBe(2)
    expect(await count((gateway) => gateway.billingKey('p'), 'next.php')).toBe(2)
    expect(
      await count((gateway) => gateway.cancel({ oid: 'o', date: '20261121', type: 'card', total: 1 }), 'next.php'),
    ).toBe(1)
    expect(await count((gateway) => gateway.confirm('/php/next.php', KEYS), 'next.php')).toBe(1)
  })

  test('an operation whose authentication failed was not sent', async () => {
    const lost = wired(() => new Response('<html>', { status: 502 }))
    expect(await lost.gateway.cancel({ oid: 'o', date: '20261121', type: 'card', total: 1 })).toEqual({
      kind: 'not-sent',
      reason: 'auth-http-502',
    })
    const refused = wired(() => Response.json({ result: 'error', result_msg: '[AUTH0004] no' }))
    expect(await refused.gateway.lookup({ oid: 'o', date: '20261121', type: 'card' })).toEqual({
      kind: 'refused',
      gatewayCode: 'AUTH0004',
    })
  })
})

describe('what came back', () => {
  test.each<[string, () => Response | Promise<Response>, object]>([
    ['JSON', () => Response.json({ PCD_PAY_RST: 'success' }), { kind: 'answer' }],
    ['JSON with a byte order mark', () => new Response('\uFEFF{"PCD_PAY_RST":"error"}'), { kind: 'answer' }],
    ['no flag', () => Response.json({}), { kind: 'lost', reason: 'unreadable' }],
    ['an empty flag', () => Response.json({ PCD_PAY_RST: '' }), { kind: 'lost', reason: 'unreadable' }],
    ['a list', () => Response.json([]), { kind: 'lost', reason: 'not-json' }],
    ['text', () => new Response('ok'), { kind: 'lost', reason: 'not-json' }],
    ['nothing', () => new Response(null), { kind: 'lost', reason: 'not-json' }],
    ['201', () => Response.json({ PCD_PAY_RST: 'success' }, { status: 201 }), { kind: 'lost', reason: 'http-201' }],
    ['a redirect', () => Response.redirect('https://evil.example'), { kind: 'lost', reason: 'http-302' }],
    ['half a megabyte', () => new Response('x'.repeat(524_288)), { kind: 'lost', reason: 'too-large' }],
    [
      'a reset',
      () => Promise.reject(new TypeError('x', { cause: { code: 'ECONNRESET' } })),
      { kind: 'lost', reason: 'connection' },
    ],
    ['a refusal', () => Promise.reject(new TypeError('x', { cause: { code: 'ECONNREFUSED' } })), { kind: 'not-sent' }],
    ['an error of nobody', () => Promise.reject(new Error('?')), { kind: 'lost', reason: 'connection' }],
  ])('%s', async (_what, answer, expected) => {
    expect(await wired(answer).gateway.confirm('/x', KEYS)).toMatchObject(expected)
  })

  test('an answer that never comes, and one that never ends, are given up', async () => {
    const never = wired(() => new Promise(() => undefined))
    const first = never.gateway.confirm('/x', KEYS)
    never.expire()
    expect(await first).toEqual({ kind: 'lost', reason: 'timeout' })
    const trickle = wired(() => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) })))
    const second = trickle.gateway.confirm('/x', KEYS)
    trickle.expire()
    expect(await second).toEqual({ kind: 'lost', reason: 'timeout' })
  })
})

test.each<[unknown, boolean]>([
  [new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }), true],
  [new TypeError('fetch failed', { cause: { code: 'UND_ERR_CONNECT_TIMEOUT' } }), true],
  [
    new TypeError('fetch failed', {
      cause: { errors: [{ code: 'ECONNREFUSED' }, { code: 'ENETUNREACH', syscall: 'connect' }] },
    }),
    true,
  ],
  [new TypeError('fetch failed', { cause: { code: 'EHOSTUNREACH', syscall: 'connect' } }), true],
  [new TypeError('fetch failed', { cause: { code: 'ETIMEDOUT', syscall: 'connect' } }), true],
  [new TypeError('fetch failed', { cause: { code: 'EHOSTUNREACH', syscall: 'read' } }), false],
  [new TypeError('fetch failed', { cause: { code: 'ENETUNREACH', syscall: 'write' } }), false],
  [new TypeError('fetch failed', { cause: { code: 'ENETUNREACH' } }), false],
  [new TypeError('fetch failed', { cause: { code: 'ECONNRESET', syscall: 'connect' } }), false],
  [new TypeError('fetch failed', { cause: { errors: [{ code: 'ECONNREFUSED' }, { code: 'ETIMEDOUT' }] } }), false],
  [new TypeError('fetch failed', { cause: { code: 'CERT_HAS_EXPIRED' } }), true],
  [new TypeError('fetch failed', { cause: { code: 'UND_ERR_SOCKET' } }), false],
  [new TypeError('fetch failed', { cause: { code: 'ETIMEDOUT' } }), false],
  [new TypeError('fetch failed'), false],
  [new TypeError('fetch failed', { cause: { errors: [] } }), false],
  ['ECONNREFUSED', false],
  [undefined, false],
])('%#: only a known code proves that nothing was sent', (error, expected) => {
  expect(wasNeverSent(error)).toBe(expected)
})
