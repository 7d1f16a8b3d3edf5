/** The real command line in a process of its own, against a sandbox on a port and a ledger in a file. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

import { startSandbox } from '@payple-kit/sandbox/node'
import type { RunningSandbox } from '@payple-kit/sandbox/node'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { sqliteLedger } from '../ledger/sqlite.ts'
import type { Order } from '../order.ts'
import { createPayple } from '../payple.ts'
import { createBuyer, DECLINED_CARD } from '../testing/buyer.ts'
import { DOMESTIC } from '../testing/test-shop.ts'
import type { Printed } from './testing/terminal.ts'

// A process takes long to start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SHOP = 'http://localhost:3000'
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url))
const SQLITE = new URL('../ledger/sqlite.ts', import.meta.url).href

let folder: string
let sandbox: RunningSandbox

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'payple-cli-'))
  sandbox = await startSandbox({ port: 0 })
  const options = { environment: { sandbox: sandbox.url }, origin: SHOP, domestic: DOMESTIC }
  await trade(options)
  writeFileSync(
    join(folder, 'payple.config.ts'),
    `import { sqliteLedger } from ${JSON.stringify(SQLITE)}
console.log('connected')
setInterval(() => undefined, 1_000)
export default {
  ...${JSON.stringify(options)},
  ledger: sqliteLedger('./payple.db') as unknown,
  loadOrder: () => null,
}`,
  )
})
afterAll(async () => {
  await sandbox.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Orders that the shop's own companion has seen before anybody calls the command line. */
async function trade(
  options: Pick<Parameters<typeof createPayple>[0], 'environment' | 'origin' | 'domestic'>,
): Promise<void> {
  const order: Order = { goods: '휴대폰', total: 1000, currency: 'KRW' }
  const ledger = sqliteLedger(join(folder, 'payple.db'))
  const payple = createPayple({ ...options, ledger, loadOrder: () => order, log: () => undefined })
  const buyer = createBuyer((request) => fetch(request), sandbox.url, SHOP)
  const post = async (path: string, body: unknown): Promise<Response> => {
    const headers = { 'content-type': 'application/json' }
    return payple.fetch(new Request(`${SHOP}/payple/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }))
  }
  const pay = async (orderId: string, card?: string): Promise<void> => {
    const prepared = await (await post('checkouts', { orderId, method: 'card', display: 'callback' })).json()
    const { result } = await buyer.pay(prepared.window, card)
    await post(`checkouts/${prepared.checkoutId}/result`, { result })
  }
  await pay('paid')
  await pay('refunded')
  await payple.payments.refund({ orderId: 'refunded', idempotencyKey: 'r-1' })
  await pay('declined', DECLINED_CARD)
  sandbox.sandbox.control.fault({ operation: 'confirm', effect: { type: 'status', status: 500 } })
  await pay('doubtful')
  await payple.close()
}

async function payple(...argv: string[]): Promise<Printed> {
  const child = spawn(process.execPath, ['--conditions=payple-source', MAIN, ...argv], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { out, err, code: code as number }
}

test('lists what the companion wrote; what the configuration prints goes to stderr, and its timers hold nothing up', async () => {
  const { code, out, err } = await payple('payments', '--json')
  expect({ code, err }).toEqual({ code: 0, err: 'connected\n' })
  const { attempts } = JSON.parse(out)
  expect(attempts.map((each: { orderId: string; state: string }) => `${each.orderId}: ${each.state}`)).toEqual([
    'doubtful: unknown',
    'declined: declined',
    'refunded: refunded',
    'paid: paid',
  ])
})

test('refunds once, and leaves a doubt a doubt', async () => {
  const [refund, lookup] = await Promise.all([
    payple('refund', 'paid', '--yes', '--key', 'k-1'),
    payple('lookup', 'doubtful'),
  ])
  expect(refund).toMatchObject({ code: 0, out: expect.stringContaining('Refunded 1,000원 of order paid') })
  expect(lookup).toMatchObject({ code: 1, out: expect.stringContaining('In doubt') })
  expect(await payple('refund', 'paid', '--yes', '--key', 'k-1')).toMatchObject({ code: 0 })
  const back = sandbox.sandbox.control.payments().map(({ refundedTotal }) => refundedTotal)
  expect(back.filter((won) => won > 0)).toEqual([1000, 1000])
})

test('doctor finds nothing wrong without a network, and compares the clock', async () => {
  const { code, out } = await payple('doctor')
  expect(code).toBe(0)
  expect(out).toMatch(/ok +authentication-lookup/)
  expect(out).toMatch(/ok +clock +Within \d+ s of Payple’s\./)
  expect(out).toMatch(/ok +ledger/)
  expect(out).toMatch(/warn +in-doubt +1 in doubt/)
  expect(out).not.toContain(DOMESTIC.custKey)
  expect(out).not.toContain(DOMESTIC.refundKey)
})

test('without a configuration there is one clear sentence', async () => {
  const { code, out, err } = await payple('payments', '--config', 'nope.ts')
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain('nope.ts does not exist. It exports the options of createPayple, such as')
})
