import { SHOP, testShop } from '../test-shop.ts'
import { pay, takeBack } from './buyer.ts'
import type { Run } from './run.ts'
import { ORDERS } from './steps.ts'

const SECRET = 'a-secret-nobody-guesses'
const HOOK = `${SHOP}/payple/webhooks/overseas/${SECRET}`

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
    opened: new Map(),
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
