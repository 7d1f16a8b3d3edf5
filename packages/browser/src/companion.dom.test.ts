import { describe, expect, it, vi } from 'vitest'
import { createCompanion } from './companion.ts'
import { createFakeCompanion, PAID, refusal } from './testing/fake-companion.ts'

const PREPARE = { orderId: 'A-1', method: 'app-card', display: 'callback' } as const

describe('requests', () => {
  it('go where ARCHITECTURE.md says', async () => {
    const fake = createFakeCompanion()
    const companion = createCompanion('/payple', fake.fetch)
    await companion.prepare(PREPARE)
    companion.opened('co_1')
    await companion.report('co_1', { PCD_PAY_RST: 'success' })
    await companion.view('co_1')
    expect(fake.seen).toEqual([
      { method: 'POST', path: '/payple/checkouts', body: PREPARE },
      { method: 'POST', path: '/payple/checkouts/co_1/open', body: {} },
      { method: 'POST', path: '/payple/checkouts/co_1/result', body: { result: { PCD_PAY_RST: 'success' } } },
      { method: 'GET', path: '/payple/checkouts/co_1', body: undefined },
    ])
  })

  it('are JSON, outlive the page and end after 15 seconds', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout')
    const send = vi.fn<typeof fetch>(async () => Response.json({}))
    await createCompanion('https://shop.test/payple', send).prepare(PREPARE)
    expect(timeout).toHaveBeenCalledWith(15_000)
    expect(send).toHaveBeenCalledWith('https://shop.test/payple/checkouts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(PREPARE),
      keepalive: true,
      signal: timeout.mock.results[0]?.value,
    })
    timeout.mockRestore()
  })
})

describe('answers', () => {
  const fake = createFakeCompanion()
  const companion = createCompanion('/payple', fake.fetch)

  it('pass through', async () => {
    await expect(companion.report('co_1', { PCD_PAY_RST: 'success' })).resolves.toEqual({ value: PAID })
  })

  it('the companion’s own error keeps its code and words', async () => {
    fake.answer('prepare', refusal('ORDER_NOT_FOUND'))
    await expect(companion.prepare(PREPARE)).resolves.toMatchObject({
      error: { code: 'ORDER_NOT_FOUND', buyer: { ko: 'ORDER_NOT_FOUND 안내' } },
    })
  })

  it.each([
    ['no network', new TypeError('Failed to fetch')],
    ['a page of the shop instead', new Response('<!doctype html>')],
    ['a proxy’s error page', new Response('Bad Gateway', { status: 502 })],
    ['JSON of somebody else', { hello: 'world' }],
    ['null', Response.json(null)],
    ['an error without words', Response.json({ error: { code: 'X' } }, { status: 400 })],
  ])('%s is OFFLINE', async (_, answer) => {
    fake.answer('view', answer)
    await expect(companion.view('co_1')).resolves.toMatchObject({ error: { code: 'OFFLINE' } })
  })
})
