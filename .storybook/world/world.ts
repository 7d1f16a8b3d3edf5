import { createPayple, memoryLedger } from '@payple-kit/server'
import type { Payple } from '@payple-kit/server'
import { createSandbox, TEST_MERCHANT } from '@payple-kit/sandbox'
import type { Sandbox } from '@payple-kit/sandbox'
import { sandboxHandlers } from '@payple-kit/sandbox/msw'
import { http, HttpResponse } from 'msw'
import type { HttpHandler } from 'msw'

/** Where the sandbox pretends to be. Nothing leaves the page. */
const SANDBOX_ORIGIN = 'https://sandbox.payple.test'

/** A shop's companion and a Payple, both running inside this page. */
export interface StoryWorld {
  readonly sandbox: Sandbox
  readonly payple: Payple
  /** An order nobody has paid yet. */
  readonly orderId: string
  readonly handlers: readonly HttpHandler[]
}

let count = 0

/** A new world per story, with one order of its own: checkouts of one order are shared within a page. */
export function createStoryWorld(goods = '휴대폰', total = 1000): StoryWorld {
  const orderId = `STORY-${Date.now().toString(36)}-${++count}`
  const sandbox = createSandbox({ origin: SANDBOX_ORIGIN, embedded: true })
  const payple = createPayple({
    environment: { sandbox: SANDBOX_ORIGIN },
    origin: location.origin,
    domestic: {
      cstId: TEST_MERCHANT.cstId,
      custKey: TEST_MERCHANT.custKey,
      clientKey: TEST_MERCHANT.clientKey,
      refundKey: TEST_MERCHANT.refundKey,
    },
    ledger: memoryLedger(),
    billingKeys: { keys: [{ id: 'story', secret: btoa('thirty-two bytes for the stories') }] },
    loadOrder: (id) => (id === orderId ? { goods, total, currency: 'KRW' } : null),
    fetch: (request) => sandbox.fetch(request),
  })
  const companion = http.all(`${location.origin}/payple/*`, ({ request }) => payple.fetch(request))
  return { sandbox, payple, orderId, handlers: [companion, ...sandboxHandlers(sandbox, SANDBOX_ORIGIN)] }
}

const never = (): Promise<never> => new Promise(() => undefined)

/** Troubles a story can put before its world. */
export const trouble = {
  /** The companion never answers the preparation. */
  prepareHangs: http.post('*/payple/checkouts', never),
  /** The companion never answers the result. */
  resultHangs: http.post('*/payple/checkouts/:id/result', never),
  /** The companion cannot be reached with the result, nor asked about it. */
  companionGone: [
    http.post('*/payple/checkouts/:id/result', () => HttpResponse.error()),
    http.get('*/payple/checkouts/:id', () => HttpResponse.error()),
  ],
  /** Payple's script is blocked. Only shows in a page that has not loaded it before. */
  scriptBlocked: http.get(`${SANDBOX_ORIGIN}/js/*`, () => HttpResponse.error()),
} as const
