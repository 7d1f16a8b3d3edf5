import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from './listen.ts'
import { startStorefront, type RunningStorefront } from './start-storefront.ts'

const FREE = { port: 0, sandboxPort: 0, ledger: ':memory:', shopPath: ':memory:' }
const buyer = { name: '홍길동', phone: '01012345678', email: 'dev@payple.kr' }

let shop: RunningStorefront

beforeAll(async () => {
  shop = await startStorefront(FREE)
}, 30_000)

afterAll(() => shop.close())

function post(path: string, body: unknown, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: shop.url, cookie }
  return fetch(shop.url + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

describe('startStorefront', () => {
  it('is healthy when shop, ledger and sandbox are', async () => {
    const health = await fetch(`${shop.url}/healthz`)
    expect(health.status).toBe(200)
    expect(await health.json()).toMatchObject({ status: 'ok', parts: { shop: 'up', ledger: 'up', gateway: 'up' } })
  })

  it('lets the companion prepare an order for the browser that placed it, and for no other', async () => {
    const placed = await post('/api/orders', { lines: [{ productId: 'phone', quantity: 1 }], buyer })
    const { id: orderId } = (await placed.json()) as { id: string }
    const cookie = placed.headers.get('set-cookie')?.split(';', 1)[0]
    const body = { orderId, method: 'card', display: 'callback' }

    expect(await (await post('/payple/checkouts', body, cookie)).json()).toMatchObject({
      kind: 'window',
      goods: '휴대폰',
      amount: 1000,
      window: { request: { PCD_PAYER_NO: '2335', PCD_PAY_TAXTOTAL: '10' } },
    })
    expect((await post('/payple/checkouts', body)).status).toBe(404)
  })

  it('serves the pages, also for an address deep inside the shop', async () => {
    const page = await fetch(`${shop.url}/products/phone`, { headers: { accept: 'text/html' } })
    expect(await page.text()).toContain('<div id="root">')
  })

  it('says which port is taken and closes what it opened', async () => {
    const taken = await listen(0, '127.0.0.1')
    await expect(startStorefront({ ...FREE, port: taken.port })).rejects.toThrow(`Port ${taken.port} is taken.`)
    await expect(startStorefront({ ...FREE, sandboxPort: taken.port })).rejects.toThrow(/SANDBOX_PORT=\d+/)
    await taken.close()
  })
})
