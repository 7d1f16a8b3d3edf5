/** One history under way: a shop with two companions, a gateway, a buyer, and a memory of what anybody was told. */
import type { PreparedCheckout } from '@payple-kit/core'
import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'

import type { Ledger } from '../../ledger/ledger.ts'
import type { PaypleOptions } from '../../options/options.ts'
import type { Payple } from '../../payple.ts'
import { saveCard } from '../saved-card.ts'
import { testShop } from '../test-shop.ts'
import type { TestShop } from '../test-shop.ts'
import { createPost, HOOK, SECRET } from './post.ts'
import type { Post } from './post.ts'
import type { Setting } from './step.ts'
import { Told } from './told.ts'
import { createWire } from './wire.ts'
import type { Fetch, Wire } from './wire.ts'

type PreparedWindow = Extract<PreparedCheckout, { kind: 'window' }>

export interface Run {
  readonly setting: Setting
  readonly shop: TestShop
  readonly wire: Wire
  readonly post: Post
  readonly told: Told
  /** Two processes over one ledger. */
  readonly companions: readonly [Payple, Payple]
  readonly windows: PreparedWindow[]
  /** What windows handed to the page. */
  readonly results: { readonly id: string; readonly result: Record<string, string>; readonly amount: number }[]
  readonly cards: readonly { readonly id: string; readonly payerId: string }[]
  readonly links: { readonly url: string; readonly checkoutId: string }[]
  /** Order numbers that somebody refunded by hand in the partner console. */
  readonly byHand: Set<string>
  /** Keys of one window were posted as the result of another. */
  slipped: boolean
  /** A lookup denied a payment, or spoke of another one. */
  lookupsLie: boolean
  /** Whether everything happens at once, so that nothing may be waited for. */
  readonly together: boolean
  /** Work of processes that stopped; it goes on when they wake up. */
  readonly afterlife: Promise<unknown>[]
  /** Processes stood still until all was calm, and then went on. */
  wokenLate: boolean
  /** How often the shop still refuses what it is told. */
  shopDown: number
  /** How far the clock was moved. */
  passed: number
}

const GOOD = '4242424242424242'
const LOST = '4000000000003122'

/** How long a companion pauses before it reads a row again that another one holds; every other wait is for an answer. */
const PAUSE_MS = 200

/** `hold`: keeps every call to the gateway back until it resolves, when everything is to happen at once. */
export async function startRun(setting: Setting, ledger: Ledger, hold?: (call: string) => Promise<void>): Promise<Run> {
  const post = createPost((request) => run.companions[0].fetch(request))
  const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
  const shop = testShop({
    ledger,
    seed: setting.seed,
    domestic: { cstId, custKey, refundKey, clientKey, work: setting.work },
    sandbox: {
      deliver: post.collect,
      later: () => undefined,
      merchants:
        setting.post === 'off'
          ? [SANDBOX_MERCHANT]
          : [{ ...SANDBOX_MERCHANT, webhookUrl: HOOK, deletionWebhookUrl: HOOK }],
    },
  })
  const wire = createWire(shop.sandbox, async () => {
    if (setting.post !== 'early' || hold !== undefined) return
    await shop.sandbox.control.webhooksSettled()
    await post.flush()
  })
  const held: Fetch = async (request) => {
    await hold?.(new URL(request.url).pathname)
    return wire.fetch(request)
  }
  const { deadline } = shop.world
  const options: Partial<PaypleOptions> = {
    webhooks: { secret: SECRET },
    fetch: held,
    onSettled: (message) => {
      if (run.shopDown > 0) {
        run.shopDown -= 1
        throw new Error('The shop is down')
      }
      shop.settled.push(message)
    },
    // Whoever waits for another process sees time pass.
    deadline: (ms) => (ms === PAUSE_MS ? pause(shop, hold) : deadline(ms)),
  }
  const first = shop.another({ ...options, ledger: post.watch(ledger) })
  const run: Run = {
    setting,
    shop: { ...shop, payple: first, another: (more) => shop.another({ ...options, ...more }) },
    wire,
    post,
    told: new Told(shop, wire, hold !== undefined),
    companions: [first, shop.another(options)],
    windows: [],
    results: [],
    cards: [],
    links: [],
    byHand: new Set(),
    slipped: false,
    lookupsLie: false,
    together: hold !== undefined,
    afterlife: [],
    wokenLate: false,
    shopDown: 0,
    passed: 0,
  }
  const cards = []
  for (const number of [GOOD, LOST].slice(0, setting.cards)) {
    const id = await saveCard(shop, `card-${number}`, number)
    cards.push({ id, payerId: shop.sandbox.control.billingKeys().at(-1)?.payerId ?? '' })
  }
  return Object.assign(run, { cards })
}

function pause(shop: TestShop, hold?: (call: string) => Promise<void>): AbortSignal {
  const controller = new AbortController()
  void Promise.resolve(hold?.('pause')).then(async () => {
    await new Promise((resolve) => setImmediate(resolve))
    shop.world.advance(5_000)
    controller.abort()
  })
  return controller.signal
}

/** Picks the n-th of a list that may still be short; -1 is the last one. */
export function pick<Item>(items: readonly Item[], n: number): Item | undefined {
  return items.at(n % Math.max(1, items.length))
}
