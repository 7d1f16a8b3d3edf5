/** A shop that sells a mug for dollars, and the buyer at the window of an overseas card. */
import type { OpenedWindow, PreparedCheckout } from '@payple-kit/core'
import type { SandboxOverseasPayment } from '@payple-kit/sandbox'

import { testShop } from './test-shop.ts'
import type { TestShop, TestShopOptions } from './test-shop.ts'

export const MUG = { goods: 'Celadon mug', total: '19.90', currency: 'USD' } as const
type Prepared = Extract<PreparedCheckout, { kind: 'window' }>

export function usdShop(setup: TestShopOptions = {}): TestShop {
  const shop = testShop(setup)
  shop.orders.set('A-1', MUG)
  return shop
}

/** The click: opens the window and gets its token. */
export async function open(shop: TestShop, checkoutId: string): Promise<OpenedWindow> {
  return (await shop.post(`checkouts/${checkoutId}/open`, {})).json() as Promise<OpenedWindow>
}

/** The gateway's form, posted by the buyer's browser: cross-site, without cookies. */
export async function back(
  shop: TestShop,
  { action, result }: { action: string; result: Record<string, string> },
  dest = 'document',
): Promise<Response> {
  const headers = { origin: 'https://payple.test', 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': dest }
  return shop.payple.fetch(new Request(action, { method: 'POST', headers, body: new URLSearchParams(result) }))
}

/** What the buyer does at the window; by default pays. */
type Act = Parameters<TestShop['buyer']['overseas']>[2]

/** Pays in the window; its result form. */
export async function paid(
  shop: TestShop,
  window: Prepared['window'],
  opened: OpenedWindow,
  act: Act = {},
): Promise<NonNullable<Awaited<ReturnType<TestShop['buyer']['overseas']>>>> {
  const end = await shop.buyer.overseas(window, opened, act)
  if (end === undefined) throw new Error('The window posted nothing.')
  return end
}

/** Prepares, opens and does what the buyer does; the result is posted unless it never comes. */
export async function buy(shop: TestShop, act: Act = {}, orderId = 'A-1'): Promise<Prepared> {
  const prepared = await shop.window(orderId, 'overseas-card')
  const end = await shop.buyer.overseas(prepared.window, await open(shop, prepared.checkoutId), act)
  if (end !== undefined) await back(shop, end)
  return prepared
}

/** What the gateway charged. */
export const gateway = (shop: TestShop): readonly SandboxOverseasPayment[] => shop.sandbox.control.overseasPayments()
/** The gateway's own id of the first cancel. */
export const cancelId = (shop: TestShop): string => gateway(shop)[0]?.cancels[0]?.apiId ?? ''

/** A message as the seed prints it, and its handling. */
export async function report(
  shop: TestShop,
  secret: string,
  type: 'PAYMENT' | 'CANCEL',
  { oid, apiId, totalAmount = '19.90' }: { oid: string; apiId: string; totalAmount?: string },
): Promise<Response> {
  const info = { totalAmount, currency: 'USD', service_oid: oid, submitTimeUtc: '2026-11-21 14:31:00' }
  const top = {
    type,
    result: 'A0000',
    message: '처리 성공',
    resultUrl: '',
    api_id: apiId,
    api_date: '2026-11-21 23:31:00',
  }
  const answer = await shop.post(
    `webhooks/overseas/${secret}`,
    { ...top, info, serviceDefine: '' },
    { origin: 'https://payple.test' },
  )
  for (let turn = 0; turn < 3_000; turn++) await new Promise((resolve) => setImmediate(resolve))
  await shop.payple.reconcile()
  return answer
}
