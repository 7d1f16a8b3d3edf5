/** A shop in the middle of a history: what the buyer has open, what came back, and the gateway's messages on their way. */
import type { PreparedCheckout } from '@payple-kit/core'

import { SHOP, testShop } from '../test-shop.ts'
import type { TestShop } from '../test-shop.ts'
import { pay, takeBack } from './buyer.ts'
import { ORDERS } from './steps.ts'

const SECRET = 'a-secret-nobody-guesses'
const HOOK = `${SHOP}/payple/webhooks/overseas/${SECRET}`

export type Prepared = Extract<PreparedCheckout, { kind: 'window' }>

/** The shop, two companions over one ledger, and what is on its way. */
export interface Run {
  readonly shop: TestShop
  readonly companions: readonly TestShop['payple'][]
  readonly windows: Prepared[]
  readonly results: { readonly action: string; readonly result: Record<string, string> }[]
  readonly post: Request[]
  readonly byHand: Set<string>
  billingKey?: string
}

/** A shop whose buyer has kept a card by an earlier payment. */
export async function start(): Promise<Run> {
  const post: Request[] = []
  const account = { serviceId: 'demo', serviceKey: 'abcd1234567890', webhookUrl: HOOK, cancelWebhookUrl: HOOK }
  const shop = testShop({
    options: { webhooks: { secret: SECRET } },
    sandbox: {
      later: () => undefined,
      deliver: (request) => {
        if (request.method === 'POST') post.push(request)
        return new Response(null)
      },
      overseas: { accounts: [account] },
    },
  })
  for (const id of ORDERS) shop.orders.set(id, { goods: 'mug', total: '19.90', currency: 'USD' })
  const run: Run = {
    shop,
    companions: [shop.payple, shop.another()],
    windows: [],
    results: [],
    post,
    byHand: new Set(),
  }
  shop.orders.set('first', { goods: 'mug', total: '1.00', currency: 'USD', saveCard: true })
  const prepared = await shop.window('first', 'overseas-card')
  await pay(run, prepared, { act: 'pay', change: 'none' })
  await takeBack(run, run.results.pop() as Run['results'][number], 0)
  run.billingKey = (await shop.payple.payments.get('first'))?.billingKey?.id ?? ''
  return run
}
