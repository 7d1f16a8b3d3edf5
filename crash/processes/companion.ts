/** One companion, made to be killed. Everything it needs comes through the environment; nothing it knows outlives it but the ledger. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { SANDBOX_MERCHANT } from '@payple-kit/sandbox'
import { createPayple } from '@payple-kit/server'
import type { PaypleOptions, Settled } from '@payple-kit/server'
import { toNodeHandler } from '@payple-kit/server/node'

import { openLedger } from './ledger.ts'
import { listening } from './listening.ts'
import { MOUNTS, orderOf, OVERSEAS, SEALING_KEY, SHOP, TIMEOUTS, WEBHOOK_SECRET } from './shop.ts'

const { PORT = '0', LEDGER = '', GATEWAY = '', RECORDER = '' } = process.env
/** How far its clock runs ahead: leases and back-offs of minutes are not waited for. */
let aheadMs = 0

const { cstId, custKey, refundKey, clientKey } = SANDBOX_MERCHANT
const ledger = openLedger(LEDGER)
const mount = (basePath: string, work: 'CERT' | 'PAY') =>
  createPayple({
    environment: { sandbox: GATEWAY },
    origin: SHOP,
    basePath,
    domestic: { cstId, custKey, refundKey, clientKey, work },
    overseas: OVERSEAS,
    ledger,
    loadOrder: (orderId) => orderOf(orderId) ?? null,
    authorize: () => true,
    billingKeys: { keys: [{ id: 'k1', secret: SEALING_KEY }] },
    webhooks: { secret: WEBHOOK_SECRET },
    onSettled: tellShop,
    timeouts: TIMEOUTS,
    clock: () => Date.now() + aheadMs,
    log: () => undefined,
  } satisfies PaypleOptions)
const companions = { [MOUNTS.CERT]: mount(MOUNTS.CERT, 'CERT'), [MOUNTS.PAY]: mount(MOUNTS.PAY, 'PAY') }

async function tellShop(settled: Settled): Promise<void> {
  const answer = await fetch(RECORDER, { method: 'POST', body: JSON.stringify(settled) })
  if (!answer.ok) throw new Error(`the shop answered ${answer.status}`)
}

const [certs] = Object.values(companions)
const handlers = Object.entries(companions).map(([path, payple]) => [`${path}/`, toNodeHandler(payple)] as const)
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://companion')
  const handler = handlers.find(([path]) => pathname.startsWith(path))?.[1]
  if (handler !== undefined) return handler(request, response)
  // The harness's own lever: moves the clock and runs the workers once.
  aheadMs = Math.max(aheadMs, Number(searchParams.get('ahead') ?? 0))
  certs?.reconcile().then(
    (reconciled) => response.end(JSON.stringify(reconciled)),
    (error: unknown) => response.writeHead(500).end(String(error)),
  )
})
await certs?.ready()
server.listen(Number(PORT), '127.0.0.1', () => listening((server.address() as AddressInfo).port))
void certs?.work({ signal: new AbortController().signal, intervalMs: 500 })
