/** Ours: the companion in auth-file mode on `node:http`, with a ledger file. Each round gets fresh checkouts, since they expire. */
import { join } from 'node:path'

import { createPayple } from '@payple-kit/server'
import { toNodeHandler } from '@payple-kit/server/node'
import { sqliteLedger } from '@payple-kit/server/sqlite'

import { MERCHANT, SHOP } from '../../merchant.ts'
import { listen } from '../../process/listen.ts'
import { serve } from '../../process/serve.ts'
import { stateOf } from './question.ts'

const CHECKOUTS = 100

const [gateway = '', folder = ''] = process.argv.slice(2)
const payple = createPayple({
  environment: { sandbox: gateway },
  origin: SHOP,
  domestic: { ...MERCHANT, authentication: 'auth-file', jqueryUrl: '/jquery.js' },
  ledger: sqliteLedger(join(folder, 'auth.db')),
  loadOrder: () => ({ goods: '휴대폰', total: 1000, currency: 'KRW' }),
})
const origin = await listen(toNodeHandler(payple))
let orders = 0

async function prepare(): Promise<string> {
  orders += 1
  const body = JSON.stringify({ orderId: `A-${orders}`, method: 'card', display: 'callback' })
  const headers = { 'content-type': 'application/json', origin: SHOP }
  const answer = await fetch(`${origin}/payple/checkouts`, { method: 'POST', headers, body })
  const { checkoutId } = (await answer.json()) as { checkoutId: string }
  return `/payple/auth/${checkoutId}`
}

serve(
  async (question: 'fresh' | 'state') => {
    const paths: string[] = []
    if (question === 'fresh') for (let n = 0; n < CHECKOUTS; n += 1) paths.push(await prepare())
    return stateOf(origin, paths)
  },
  () => payple.close(),
)
