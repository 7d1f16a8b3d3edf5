/** The demo shop's own routes, over HTTP, against what buyers, browsers, networks and strangers do. */
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { startSandbox } from '@payple-kit/sandbox/node'
import type { RunningSandbox } from '@payple-kit/sandbox/node'
import { companionShop, conformance, formatReport } from '@payple-kit/sandbox/testing'
import type { MerchantShop } from '@payple-kit/sandbox/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startStorefront } from './start-storefront.ts'
import type { RunningStorefront } from './start-storefront.ts'

const PASSWORD = 'a password for the admin pages'
const WEBHOOKS = 'a-secret-for-the-webhooks'
const buyer = { name: '홍길동', phone: '01012345678', email: 'dev@payple.kr' }

let sandbox: RunningSandbox

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 })
})
afterAll(() => sandbox.close())

async function start(work: 'CERT' | 'PAY'): Promise<RunningStorefront> {
  return startStorefront({
    port: 0,
    sandboxUrl: sandbox.url,
    ledger: ':memory:',
    shopPath: ':memory:',
    adminPassword: PASSWORD,
    webhookSecret: WEBHOOKS,
    work,
  })
}

/** Orders of one browser, refunds by the admin page. */
async function adapter(
  { url }: RunningStorefront,
  { productId, method }: { productId: string; method: string },
): Promise<MerchantShop> {
  const post = (path: string, body: unknown, cookie = ''): Promise<Response> =>
    fetch(url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, cookie },
      body: JSON.stringify(body),
    })
  const cookieOf = (response: Response): string => response.headers.get('set-cookie')?.split(';', 1)[0] ?? ''
  const order = { lines: [{ productId, quantity: 1 }], buyer }
  const session = cookieOf(await post('/api/orders', order))
  const admin = cookieOf(await post('/api/admin/login', { password: PASSWORD }))
  return companionShop({
    fetch: (request) => fetch(request),
    base: `${url}/payple`,
    method,
    headers: { cookie: session },
    webhookSecret: WEBHOOKS,
    createOrder: async () => ((await (await post('/api/orders', order, session)).json()) as { id: string }).id,
    refund: (orderId, amount) =>
      post(`/payple/payments/${orderId}/refund`, { amount, idempotencyKey: `${orderId}-${amount ?? 'all'}` }, admin),
    visible: async () => [await (await fetch(url, { headers: { accept: 'text/html' } })).text()],
  })
}

it.each(['CERT', 'PAY'] as const)(
  'passes every check, work %s',
  async (work) => {
    const shop = await start(work)
    try {
      const report = await conformance({
        sandbox: sandbox.sandbox,
        shop: await adapter(shop, { productId: 'phone', method: 'card' }),
        merchant: SANDBOX_MERCHANT,
        origin: shop.url,
      })
      expect(
        report.results.filter(({ outcome }) => outcome !== 'passed'),
        formatReport(report),
      ).toEqual([])
    } finally {
      await shop.close()
    }
  },
  60_000,
)

it('passes every check of the overseas product', async () => {
  const shop = await start('CERT')
  try {
    const report = await conformance({
      sandbox: sandbox.sandbox,
      product: 'overseas',
      shop: await adapter(shop, { productId: 'cup-cheongja', method: 'overseas-card' }),
      origin: shop.url,
    })
    expect(
      report.results.filter(({ outcome }) => outcome !== 'passed'),
      formatReport(report),
    ).toEqual([])
  } finally {
    await shop.close()
  }
}, 60_000)
