import fc from 'fast-check'
import { expect, test } from 'vitest'

import { change, NOW, paid, refund, STARTED } from '../testing/ledger-drafts.ts'
import { CONTRACT_LEDGERS } from '../testing/ledgers.ts'
import type { Ledger } from './ledger.ts'
import { isLegal } from './transitions.ts'

const AMOUNT = 1000
const amount = fc.integer({ min: 1, max: 700 })
const step = fc.oneof(
  fc.record({ type: fc.constant('start' as const), amount, key: fc.nat(5) }),
  fc.record({ type: fc.constant('end' as const), to: fc.constantFrom('done', 'done', 'failed', 'unknown') }),
  fc.record({ type: fc.constant('foreign' as const), total: fc.integer({ min: 0, max: 1200 }) }),
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Steps of one batch happen at the same time. */
const batches = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 10 })

/** Returns what a refund by somebody else added. */
async function run(ledger: Ledger, { type, ...of }: Step, id: string): Promise<unknown> {
  if (type === 'start') {
    const { amount, key } = of as { amount: number; key: number }
    return ledger.startRefund(refund(id, { amount, idempotencyKey: `k${key}` }), STARTED)
  }
  if (type === 'foreign') {
    const { total } = of as { total: number }
    const event = { name: 'refunded_elsewhere', actor: 'webhook', detail: { total } } as const
    return ledger.noteForeignRefund({ checkoutId: 'a', total, at: NOW, event, message: { payload: '{}' } })
  }
  const { to } = of as { to: 'done' | 'failed' | 'unknown' }
  const open = (await ledger.refunds('a')).find(({ state }) => state === 'pending' || state === 'unknown')
  if (open === undefined || (to === 'unknown' && open.state === 'unknown')) return undefined
  return ledger.changeRefund(change(open.id, open.state, to))
}

async function expectSound(ledger: Ledger): Promise<void> {
  const payment = await ledger.find('a')
  const refunds = await ledger.refunds('a')
  const events = await ledger.events('a')
  const total = payment?.refundedTotal ?? -1
  expect(total).toBeGreaterThanOrEqual(0)
  expect(total).toBeLessThanOrEqual(AMOUNT)
  expect(payment?.state).toBe(total === 0 ? 'paid' : total < AMOUNT ? 'partially_refunded' : 'refunded')
  // What is under way always fits too.
  const inFlight = refunds.filter(({ state }) => state === 'pending' || state === 'unknown')
  expect(inFlight.length).toBeLessThanOrEqual(1)
  expect(total + (inFlight[0]?.amount ?? 0)).toBeLessThanOrEqual(AMOUNT)
  // The history explains the total: each step adds a refund of ours, or lifts it to what the gateway said.
  const done = refunds.filter(({ state }) => state === 'done')
  const explained = { total: 0, before: [] as number[] }
  for (const { name, detail } of events) {
    if (name === 'refunded_elsewhere') explained.total = detail?.total ?? -1
    if (name === 'refund_done') {
      const { amount = -1 } = done[explained.before.length] ?? {}
      explained.before.push(explained.total)
      explained.total += amount
    }
  }
  expect(explained).toEqual({ total, before: done.map(({ refundedBefore }) => refundedBefore) })
  expect(events.every(({ from, to }) => from === null || isLegal(from, to))).toBe(true)
  expect(events.at(-1)?.to).toBe(payment?.state)
  expect(new Set(refunds.map((row) => row.idempotencyKey)).size).toBe(refunds.length)
}

const RUNS: Readonly<Record<string, number>> = { memory: 150, sqlite: 25, postgres: 10 }

test.each(CONTRACT_LEDGERS)('%s: no order of refunds gives back more than was paid', async (name, open) => {
  const property = fc.asyncProperty(batches, async (plan) => {
    const ledger = open()
    await paid(ledger)
    for (const [n, batch] of plan.entries()) {
      await Promise.all(batch.map((each, m) => run(ledger, each, `r${n}-${m}`)))
      await expectSound(ledger)
    }
    await ledger.close()
  })
  await fc.assert(property, { numRuns: RUNS[name] ?? 10 })
})
