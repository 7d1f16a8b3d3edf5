/** A shop with a companion, a sandbox as its Payple, and a buyer: everything a test needs, in one process, without a socket. */
import type { CheckoutMethod, CheckoutOutcome, CheckoutView, PreparedCheckout } from '@payple-kit/core'
import { createSandbox, TEST_MERCHANT } from '@payple-kit/sandbox'
import type { Sandbox, SandboxOptions } from '@payple-kit/sandbox'

import { createPayple } from '../payple.ts'
import type { Payple } from '../payple.ts'
import { memoryLedger } from '../ledger/memory.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { LogEntry } from '../log.ts'
import type { PaypleOptions } from '../options/options.ts'
import type { Order } from '../order.ts'
import type { Settled } from '../outbox/settled.ts'
import { createBuyer } from './buyer.ts'
import type { Buyer, Fields } from './buyer.ts'
import { testWorld } from './test-world.ts'
import type { TestWorld } from './test-world.ts'

export const SHOP = 'https://shop.example'
const GATEWAY = 'https://payple.test'

export const DOMESTIC: Required<Pick<PaypleOptions['domestic'], 'cstId' | 'custKey' | 'refundKey' | 'clientKey'>> = {
  cstId: TEST_MERCHANT.cstId,
  custKey: TEST_MERCHANT.custKey,
  refundKey: TEST_MERCHANT.refundKey,
  clientKey: TEST_MERCHANT.clientKey,
}

/** The public test account of the overseas product (docs/protocol/overseas.md 1.3). */
export const OVERSEAS = { serviceId: 'demo', serviceKey: 'abcd1234567890' } as const

/** 32 bytes, base64. */
export const SEALING_KEY: string = btoa('0123456789abcdef0123456789abcdef')

type WindowPrepared = Extract<PreparedCheckout, { kind: 'window' }>

export interface TestShop {
  readonly payple: Payple
  readonly sandbox: Sandbox
  readonly world: TestWorld
  readonly buyer: Buyer
  readonly ledger: Ledger
  readonly orders: Map<string, Order>
  readonly settled: Settled[]
  readonly logs: LogEntry[]
  /** A second companion over the same ledger and gateway, as after a crash or in another process. */
  another(options?: Partial<PaypleOptions>): Payple
  /** Prepares through HTTP; the order exists unless the test made one. */
  prepare(orderId: string, method?: CheckoutMethod, payple?: Payple): Promise<PreparedCheckout>
  /** Prepares and expects a window. */
  window(orderId: string, method?: CheckoutMethod): Promise<WindowPrepared>
  post(path: string, body: unknown, headers?: Fields, payple?: Payple): Promise<Response>
  result(checkoutId: string, result: unknown, payple?: Payple): Promise<CheckoutOutcome>
  view(checkoutId: string, payple?: Payple): Promise<CheckoutView>
  close(): Promise<void>
}

export interface TestShopOptions {
  readonly options?: Partial<PaypleOptions>
  readonly domestic?: Partial<PaypleOptions['domestic']>
  readonly sandbox?: SandboxOptions
  readonly ledger?: Ledger
  readonly seed?: number
  /** How far the clock moves when the gateway takes its time. */
  readonly slowness?: number
}

export function testShop(setup: TestShopOptions = {}): TestShop {
  const { options = {}, domestic = {}, ledger = memoryLedger(), seed = 1, slowness = 0 } = setup
  const world = testWorld(seed)
  const sandbox = createSandbox({
    origin: GATEWAY,
    clock: world.clock,
    ids: world.ids,
    schedule: async () => world.advance(slowness),
    ...setup.sandbox,
  })
  const orders = new Map<string, Order>()
  const settled: Settled[] = []
  const logs: LogEntry[] = []
  const another = (extra: Partial<PaypleOptions> = {}): Payple =>
    createPayple({
      environment: { sandbox: GATEWAY },
      origin: SHOP,
      domestic: { ...DOMESTIC, ...domestic },
      overseas: OVERSEAS,
      ledger,
      loadOrder: (orderId) => orders.get(orderId) ?? null,
      onSettled: (message) => void settled.push(message),
      billingKeys: { keys: [{ id: 'k1', secret: SEALING_KEY }] },
      log: (entry) => void logs.push(entry),
      clock: world.clock,
      ids: world.ids,
      deadline: world.deadline,
      fetch: asNetwork(sandbox),
      ...options,
      ...extra,
    })
  const payple = another()

  const shop: TestShop = {
    payple,
    sandbox,
    world,
    buyer: createBuyer((request) => sandbox.fetch(request), GATEWAY, SHOP),
    ledger,
    orders,
    settled,
    logs,
    another,
    prepare: async (orderId, method = 'card', to = payple) => {
      if (!orders.has(orderId)) orders.set(orderId, { goods: '휴대폰', total: 1000, currency: 'KRW' })
      return (await shop.post('checkouts', { orderId, method, display: 'callback' }, {}, to)).json()
    },
    window: async (orderId, method) => {
      const prepared = await shop.prepare(orderId, method)
      if (prepared.kind !== 'window') throw new Error(`Expected a window, got ${JSON.stringify(prepared)}`)
      return prepared
    },
    post: (path, body, headers = {}, to = payple) =>
      to.fetch(
        new Request(`${SHOP}/payple/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', origin: SHOP, ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      ),
    result: async (checkoutId, result, to = payple) =>
      (await shop.post(`checkouts/${checkoutId}/result`, { result }, {}, to)).json(),
    view: async (checkoutId, to = payple) =>
      (await to.fetch(new Request(`${SHOP}/payple/checkouts/${checkoutId}`))).json(),
    close: async () => {
      sandbox.close()
      await ledger.close()
    },
  }
  return shop
}

/** `fetch` tells a refused connection from a broken one by a code on the cause; the sandbox does so in words only. */
export function asNetwork(sandbox: Pick<Sandbox, 'fetch'>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      return await sandbox.fetch(request)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      throw Object.assign(error, { cause: { code: error.message.includes('refused') ? 'ECONNREFUSED' : 'ECONNRESET' } })
    }
  }
}
