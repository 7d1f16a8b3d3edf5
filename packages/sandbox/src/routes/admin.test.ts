import { describe, expect, it } from 'vitest'
import { confirm, ORIGIN, pay, testSandbox } from '../testing/drive.ts'
import { shop } from '../testing/shop.ts'

type Sandbox = ReturnType<typeof testSandbox>['sandbox']

function call(sandbox: Sandbox, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  return sandbox.fetch(new Request(ORIGIN + path, { method, headers: { ...type, ...headers }, ...init }))
}

describe('the admin routes', () => {
  it('show payments, billing keys and events', async () => {
    const { sandbox } = testSandbox()
    await confirm(sandbox, await pay(sandbox))
    const payments = await (await call(sandbox, 'GET', '/_/api/payments')).json()
    expect(payments).toMatchObject([
      { oid: 'test0553941001540967923', status: 'paid', chargeCount: 1, cardNumber: '4242********4242' },
    ])
    expect(await (await call(sandbox, 'GET', '/_/api/billing-keys')).json()).toHaveLength(1)
    const events = await (await call(sandbox, 'GET', '/_/api/events')).json()
    expect(events.map((event: { type: string }) => event.type)).toEqual([
      'window.opened',
      'window.result',
      'confirm.charged',
    ])
  })

  it('script and clear faults, and reset', async () => {
    const { sandbox } = testSandbox()
    const fault = { operation: 'confirm', effect: { type: 'refuse' } }
    expect((await call(sandbox, 'POST', '/_/api/faults', fault)).status).toBe(201)
    const result = await pay(sandbox)
    await expect(confirm(sandbox, result)).rejects.toThrow(TypeError)
    await call(sandbox, 'POST', '/_/api/faults', fault)
    await call(sandbox, 'DELETE', '/_/api/faults')
    expect(await confirm(sandbox, result)).toMatchObject({ PCD_PAY_RST: 'success' })
    expect((await call(sandbox, 'POST', '/_/api/reset', {})).status).toBe(200)
    expect(sandbox.control.payments()).toEqual([])
    expect(sandbox.events.list()).toEqual([])
  })

  it.each(['{', '{"operation":"nope"}', '[]'])('say what is wrong with the fault %s', async (body) => {
    const { sandbox } = testSandbox()
    const response = await call(sandbox, 'POST', '/_/api/faults', body)
    expect(response.status).toBe(400)
    expect(await response.json()).toHaveProperty('error')
  })
})

describe('the admin routes of scenarios and the clock', () => {
  it('switch on, list, switch off, and say what is wrong', async () => {
    const { sandbox, clock } = testSandbox()
    const rule = { scenario: 'slow', orders: 'A-', times: 2 }
    const made = await call(sandbox, 'POST', '/_/api/scenarios', rule)
    expect(made.status).toBe(201)
    expect(await made.json()).toMatchObject({ id: 'sc-1', ...rule, struck: 0 })
    expect(await (await call(sandbox, 'GET', '/_/api/scenarios')).json()).toMatchObject([{ id: 'sc-1' }])
    const catalogue = await (await call(sandbox, 'GET', '/_/api/scenarios/catalogue')).json()
    expect(catalogue).toHaveProperty('charged-no-answer.title.ko')
    const wrong = await call(sandbox, 'POST', '/_/api/scenarios', { scenario: 'slowly' })
    expect([wrong.status, await wrong.text()]).toEqual([400, expect.stringContaining('Did you mean \\"slow\\"?')])
    expect((await call(sandbox, 'POST', '/_/api/scenarios/stop', { name: 'sc-1' })).status).toBe(200)
    expect((await call(sandbox, 'POST', '/_/api/scenarios/stop', { name: 'sc-1' })).status).toBe(400)
    await call(sandbox, 'POST', '/_/api/scenarios', rule)
    expect((await call(sandbox, 'DELETE', '/_/api/scenarios')).status).toBe(200)
    expect(sandbox.control.scenarios()).toEqual([])
    const moved = await call(sandbox, 'POST', '/_/api/clock', { ms: 60_000 })
    expect(await moved.json()).toEqual({ time: clock.now + 60_000 })
  })

  it('a wrong parameter is answered with the right one', async () => {
    const { sandbox } = testSandbox()
    const response = await call(sandbox, 'POST', '/_/api/payments/cancel', { oid: 'x', amuont: 1 })
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining('Did you mean \\"amount\\"?'),
    ])
  })

  it('lists can be cut to the newest', async () => {
    const { sandbox } = testSandbox()
    for (const oid of ['one', 'two', 'three']) await pay(sandbox, { PCD_PAY_WORK: 'PAY', PCD_PAY_OID: oid })
    const newest = await (await call(sandbox, 'GET', '/_/api/payments?limit=2')).json()
    expect(newest.map(({ oid }: { oid: string }) => oid)).toEqual(['two', 'three'])
  })
})

describe('the admin routes drive webhooks and the console', () => {
  const post = async (sandbox: Sandbox, name: string, body: unknown = {}) => {
    const response = await call(sandbox, 'POST', `/_/api/${name}`, body)
    return { status: response.status, answer: await response.json() }
  }

  it('register, hold, release, redeliver and forge', async () => {
    const { sandbox, posts } = shop()
    const url = 'https://shop.example/other'
    expect(await post(sandbox, 'webhooks/urls', { payment: url, cstId: 'test' })).toMatchObject({
      status: 200,
      answer: [{ url, ok: true }],
    })
    await post(sandbox, 'webhooks/hold')
    await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    expect(posts).toEqual([])
    const { answer } = await post(sandbox, 'webhooks/release', { order: 'reversed' })
    expect(answer).toMatchObject([{ kind: 'payment', status: 'delivered' }])
    await post(sandbox, 'webhooks/redeliver', { ids: [answer[0].id], times: 2 })
    await post(sandbox, 'webhooks/send', { fields: { PCD_PAY_OID: 'forged' } })
    await post(sandbox, 'webhooks/settled')
    expect(posts.map((posted) => posted.url)).toEqual([url, url, url, url])
    expect(await (await call(sandbox, 'GET', '/_/api/webhooks')).json()).toHaveLength(2)
  })

  it('cancel a payment and delete a billing key', async () => {
    const { sandbox } = shop()
    const { PCD_PAYER_ID: payerId } = await pay(sandbox, { PCD_PAY_WORK: 'PAY' })
    const oid = 'test0553941001540967923'
    expect(await post(sandbox, 'payments/cancel', { oid })).toMatchObject({ answer: { status: 'refunded' } })
    expect(await post(sandbox, 'billing-keys/delete', { payerId })).toMatchObject({ status: 200 })
    expect(sandbox.control.billingKeys()).toEqual([])
    expect(await post(sandbox, 'payments/cancel', { oid })).toMatchObject({
      status: 400,
      answer: { error: expect.stringContaining('no money is left') },
    })
  })

  it.each([
    ['payments/cancel', {}, '"oid"'],
    ['payments/cancel', { oid: 'a', amount: '5' }, '"amount"'],
    ['billing-keys/delete', { payerId: 'nope' }, 'no billing key nope'],
    ['webhooks/urls', { payment: 'nope' }, 'no absolute'],
    ['webhooks/redeliver', { ids: ['wh-9'] }, 'no webhook wh-9'],
    ['webhooks/redeliver', { ids: 'wh-9' }, '"ids"'],
    ['webhooks/release', { order: 'random' }, '"order"'],
    ['webhooks/send', { fields: { a: 1 } }, '"fields.a"'],
    ['webhooks/send', 'x', 'not JSON'],
  ])('%s %j: say what is wrong', async (name, body, named) => {
    const { sandbox } = shop()
    expect(await post(sandbox, name, body)).toMatchObject({
      status: 400,
      answer: { error: expect.stringContaining(named) },
    })
  })
})

describe('other pages cannot reach them', () => {
  it.each([
    ['another origin', { origin: 'https://evil.test' }, 403],
    ['another port', { origin: 'https://payple.test:8443' }, 403],
    ['an opaque origin', { origin: 'null' }, 403],
    ['a cross-site load', { 'sec-fetch-site': 'cross-site' }, 403],
    ['their own page', { origin: ORIGIN, 'sec-fetch-site': 'same-origin' }, 200],
    ['a program', {}, 200],
  ])('%s', async (_name, headers, status) => {
    const { sandbox } = testSandbox()
    expect((await call(sandbox, 'GET', '/_/api/payments', undefined, headers)).status).toBe(status)
    expect((await call(sandbox, 'POST', '/_/api/reset', {}, headers)).status).toBe(status)
  })

  it('nor a form without preflight', async () => {
    const { sandbox } = testSandbox()
    const response = await call(sandbox, 'POST', '/_/api/reset', '{}', { 'content-type': 'text/plain' })
    expect(response.status).toBe(415)
  })
})

describe('everything else', () => {
  it.each([
    ['GET', '/js/v1/paymnt.js', 404, '/js/v1/payment.js'],
    ['POST', '/php/auth', 404, '/php/auth.php'],
    ['POST', '/php/PayCardConfirmAct', 404, '/php/PayCardConfirmAct.php'],
    ['GET', '/php/auth.php', 405, '/php/auth.php'],
    ['GET', `/${'x'.repeat(5000)}`, 404, expect.any(String)],
  ])('%s %s is answered with %i', async (method, path, status, nearest) => {
    const { sandbox } = testSandbox()
    const response = await call(sandbox, method, path)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ method, nearest })
  })

  it('health, home and dashboard', async () => {
    const { sandbox } = testSandbox()
    expect(await (await call(sandbox, 'GET', '/_/healthz')).json()).toEqual({ status: 'ok' })
    expect(await (await call(sandbox, 'GET', '/?lang=en')).text()).toContain('not Payple')
    expect(await (await call(sandbox, 'GET', '/_/?lang=ko')).text()).toContain('결제 · 페이플 샌드박스')
    expect((await call(sandbox, 'GET', '/_')).headers.get('location')).toBe('/_/')
  })
})
