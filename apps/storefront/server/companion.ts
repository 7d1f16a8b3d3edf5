import { createPayple, type Payple, type TimeoutOptions } from '@payple-kit/server'
import { sqliteLedger } from '@payple-kit/server/sqlite'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Gateway } from './gateway.ts'
import type { StorefrontOptions } from './options.ts'
import type { OrderStore } from './order-store.ts'
import { goodsName, vatPart } from './place-order.ts'
import { sessionOf } from './session.ts'

/** The public test account, printed in Payple's manual. A real shop reads its own keys from the environment. */
const TEST_ACCOUNT = {
  cstId: 'test',
  custKey: 'abcd1234567890',
  refundKey: 'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0',
  clientKey: 'test_DF55F29DA654A8CBC0F0A9DD4B556486',
}

/** Encrypts stored billing keys. Like the account above it is for trying out only. */
const DEMO_KEY = { id: 'demo', secret: Buffer.from('payple-kit storefront demo key!!').toString('base64') }

/** The buyer's member number in the manual's order. */
const DEMO_MEMBER = '2335'

/** The companion: everything a shop has to write to take payments. */
export function openCompanion(options: StorefrontOptions, origin: string, gateway: Gateway, store: OrderStore): Payple {
  if (options.ledgerPath !== ':memory:') mkdirSync(dirname(options.ledgerPath), { recursive: true })

  return createPayple({
    environment: gateway.kind === 'test' ? 'test' : { sandbox: gateway.url },
    origin,
    domestic: {
      ...TEST_ACCOUNT,
      authentication: options.authentication,
      work: options.work,
      ...jquery(options, gateway),
    },
    ledger: sqliteLedger(options.ledgerPath),
    landing: '/checkout/return',
    billingKeys: { keys: [DEMO_KEY] },
    loadOrder: async (orderId, request) => {
      // An order belongs to the browser that placed it; for everybody else it does not exist.
      const session = sessionOf(request)
      const order = session === undefined ? undefined : store.find(orderId, session)
      if (!order) return null
      const vat = vatPart(order)
      return {
        goods: goodsName(order),
        total: order.total,
        currency: 'KRW',
        payer: { ...order.buyer, memberNo: DEMO_MEMBER },
        tax: vat === undefined ? undefined : { vat },
      }
    },
    // Told at least once, perhaps again after a restart: `markPaid` keeps the first payment.
    onSettled: (settled) => {
      if (settled.type === 'paid') store.markPaid(settled.orderId, settled.payment)
    },
    timeouts: timeouts(options.timeoutMs),
  })
}

/** One limit for every call. */
function timeouts(ms: number | undefined): TimeoutOptions | undefined {
  return ms === undefined ? undefined : { authMs: ms, confirmMs: ms, lookupMs: ms }
}

/** The script of 2020 needs jQuery. Whether the present one does is not documented, so Payple's own gets it too. */
function jquery(options: StorefrontOptions, gateway: Gateway): { jqueryUrl?: string } {
  return options.authentication === 'auth-file' || gateway.kind === 'test' ? { jqueryUrl: '/vendor/jquery.js' } : {}
}
