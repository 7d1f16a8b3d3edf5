import type { CheckoutOutcome, PreparedCheckout } from '@payple-kit/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { CheckoutState } from '../ledger/checkout-row.ts'
import { isLegal } from '../ledger/transitions.ts'
import { LEDGERS } from '../testing/ledgers.ts'
import { asNetwork, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

/** What can happen to one order, in any order and at the same time. */
const often = <Value>(arbitrary: fc.Arbitrary<Value>): fc.WeightedArbitrary<Value> => ({ arbitrary, weight: 4 })
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.WeightedArbitrary<Value> => ({ arbitrary, weight: 1 })
const step = fc.oneof(
  often(fc.constant({ type: 'prepare' as const })),
  often(fc.record({ type: fc.constant('pay' as const), window: fc.nat(3) })),
  often(
    fc.record({
      type: fc.constant('deliver' as const),
      result: fc.nat(3),
      forge: fc.constantFrom('', '', '', 'oid', 'total', 'work', 'error', 'close', 'slip'),
    }),
  ),
  often(
    fc.record({
      type: fc.constant('fault' as const),
      operation: fc.constantFrom('confirm' as const, 'lookup' as const, 'cancel' as const, 'auth' as const),
      effect: fc.constantFrom(
        'refuse' as const,
        'lost-answer' as const,
        'not-json' as const,
        'wrong-total' as const,
        'doubt' as const,
      ),
    }),
  ),
  seldom(fc.constant({ type: 'change-order' as const })),
  seldom(fc.record({ type: fc.constant('close' as const), window: fc.nat(3) })),
  seldom(fc.record({ type: fc.constant('open' as const), window: fc.nat(3) })),
  seldom(fc.record({ type: fc.constant('view' as const), window: fc.nat(3) })),
  seldom(fc.constant({ type: 'reconcile' as const })),
  seldom(fc.record({ type: fc.constant('crash' as const), result: fc.nat(3), sent: fc.boolean() })),
  seldom(fc.record({ type: fc.constant('time' as const), ms: fc.constantFrom(1_000, 30_000, 400_000) })),
)
const work = fc.constantFrom('CERT' as const, 'CERT' as const, 'PAY' as const)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

/** Runs steps against a shop and remembers everything anybody was told. */
class Run {
  readonly shop: TestShop
  readonly told: CheckoutOutcome[] = []
  readonly windows: Extract<PreparedCheckout, { kind: 'window' }>[] = []
  readonly results: { id: string; result: Record<string, string> }[] = []

  slipped = false

  constructor(shop: TestShop) {
    this.shop = shop
  }

  hear(outcome: CheckoutOutcome | undefined): void {
    if (outcome !== undefined) this.told.push(outcome)
  }

  async do(action: Step): Promise<void> {
    const { shop } = this
    switch (action.type) {
      case 'prepare': {
        const prepared = await shop.prepare('A-1')
        if (prepared.kind === 'window') this.windows.push(prepared)
        else this.hear(prepared.outcome)
        return
      }
      case 'change-order':
        shop.orders.set('A-1', {
          goods: '휴대폰',
          total: 1000 + (shop.orders.get('A-1')?.total === 1000 ? 500 : 0),
          currency: 'KRW',
        })
        return
      case 'pay': {
        const window = this.windows.at(action.window % Math.max(1, this.windows.length))
        if (window === undefined) return
        const end = await shop.buyer.submit(await shop.buyer.open(window.window)).catch(() => undefined)
        if (end !== undefined) this.results.push({ id: window.checkoutId, result: end.result })
        return
      }
      case 'deliver': {
        const found = this.results.at(action.result % Math.max(1, this.results.length))
        if (found === undefined) return
        // Keys of one window dressed up as the result of another.
        const slip = action.forge === 'slip' ? this.windows.at(-1) : undefined
        this.slipped ||= slip !== undefined
        const forgery = slip
          ? { PCD_PAY_OID: slip.oid, PCD_PAY_TOTAL: String(slip.amount) }
          : (FORGERIES[action.forge] ?? {})
        this.hear(await shop.result(slip?.checkoutId ?? found.id, { ...found.result, ...forgery }))
        return
      }
      case 'crash': {
        const found = this.results.at(action.result % Math.max(1, this.results.length))
        if (found !== undefined) await this.crash(found, action.sent)
        return
      }
      case 'close':
      case 'open':
      case 'view': {
        const window = this.windows.at(action.window % Math.max(1, this.windows.length))
        if (window === undefined) return
        if (action.type === 'close') this.hear(await shop.result(window.checkoutId, shop.buyer.close(window.window)))
        if (action.type === 'open') await shop.post(`checkouts/${window.checkoutId}/open`, {})
        if (action.type === 'view') this.hear((await shop.view(window.checkoutId)).outcome)
        return
      }
      case 'fault':
        shop.sandbox.control.fault({ operation: action.operation, effect: EFFECTS[action.effect] })
        return
      case 'reconcile':
        await shop.payple.reconcile()
        return
      case 'time':
        shop.world.advance(action.ms)
        return
      default:
        action satisfies never
    }
  }

  /** A process that dies in its confirm, before or after the request reached the gateway. */
  async crash({ id, result }: { id: string; result: unknown }, sent: boolean): Promise<void> {
    await new Promise<void>((die) => {
      const doomed = this.shop.another({
        fetch: async (request) => {
          if (!request.url.includes('Confirm')) return this.shop.sandbox.fetch(request)
          if (sent) await this.shop.sandbox.fetch(request).catch(() => undefined)
          die()
          return new Promise(() => undefined)
        },
      })
      void this.shop.result(id, result, doomed).finally(die)
    })
  }
}

/** The contract tests hold both ledgers to the same rules, so the slower one gets fewer runs. */
const RUNS: Readonly<Record<string, number>> = { memory: 60, sqlite: 12 }

const FORGERIES: Record<string, Record<string, string>> = {
  oid: { PCD_PAY_OID: 'somebody-elses' },
  total: { PCD_PAY_TOTAL: '1' },
  work: { PCD_PAY_WORK: 'PAY' },
  error: { PCD_PAY_RST: 'error' },
  close: { PCD_PAY_RST: 'close' },
}

const EFFECTS = {
  refuse: { type: 'refuse' },
  'lost-answer': { type: 'lost-answer' },
  'not-json': { type: 'not-json' },
  'wrong-total': { type: 'alter', fields: { PCD_PAY_TOTAL: '7' } },
  doubt: { type: 'code', code: 'SPCD1001', message: '?' },
} as const

async function expectInvariants(run: Run): Promise<void> {
  const { shop } = run
  const attempts = await shop.ledger.attempts('sandbox', 'A-1')
  // At most one attempt holds the order, and it never kept more than one charge.
  const kept = shop.sandbox.control.payments().filter((payment) => payment.status === 'paid')
  expect(shop.sandbox.control.payments().every((payment) => payment.chargeCount <= 1)).toBe(true)
  const paid = attempts.filter((row) => row.state === 'paid')
  expect(paid.length).toBeLessThanOrEqual(1)
  // A confirmed charge that was kept belongs to an attempt that is paid, or known to be in doubt.
  for (const charge of kept.filter((payment) => payment.work === 'CERT')) {
    const row = attempts.find((each) => each.oid === charge.oid)
    // When the answer to slipped keys is lost, the doubt stands on the row that sent them.
    const doubted = run.slipped && attempts.some(({ state }) => state === 'approving' || state === 'unknown')
    expect(doubted || ['paid', 'approving', 'unknown'].includes(row?.state ?? '')).toBe(true)
  }
  // Whatever is called paid was really charged, in full.
  for (const row of paid)
    expect(shop.sandbox.control.payment(row.oid)).toMatchObject({ status: 'paid', total: row.amount, chargeCount: 1 })
  // Every recorded step is a legal one, and follows the one before it.
  for (const row of attempts) {
    let state: CheckoutState | null = null
    for (const event of await shop.ledger.events(row.id)) {
      expect(event.from === state || event.name === 'created').toBe(true)
      expect(event.from === null || isLegal(event.from, event.to)).toBe(true)
      state = event.to
    }
    expect(state).toBe(row.state)
  }
  // The shop hears of a payment once the row is paid, and never twice.
  const messages = shop.settled.map((message) => message.id)
  expect(new Set(messages).size).toBe(messages.length)
}

/** Faults are over, time passes, the reconciler runs: what remains unknown must be something the gateway does not know. */
async function expectCalm(run: Run): Promise<void> {
  const { shop } = run
  shop.sandbox.control.clearFaults()
  for (let round = 0; round < 3; round++) {
    shop.world.advance(700_000)
    await shop.payple.reconcile()
  }
  for (const row of await shop.ledger.attempts('sandbox', 'A-1')) {
    if (row.state !== 'unknown') continue
    expect(shop.sandbox.control.payment(row.oid)?.chargeCount ?? 0).toBe(0)
  }
}

test.each(LEDGERS)(
  'one after the other: never charged twice, never lost, never shown failed when paid (%s)',
  async (name, open) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 6, maxLength: 25 }),
        work,
        fc.nat(1_000),
        async (steps, how, seed) => {
          const run = new Run(testShop({ ledger: open(), seed: seed + 1, domestic: { work: how } }))
          let wasPaid = false
          for (const action of steps) {
            const before = run.told.length
            await run.do(action)
            const heard = run.told.slice(before)
            // Once somebody was told "paid", nobody is told anything else afterwards.
            expect(wasPaid && heard.some((outcome) => outcome.status !== 'paid')).toBe(false)
            wasPaid ||= heard.some((outcome) => outcome.status === 'paid')
            await expectInvariants(run)
          }
          await expectCalm(run)
          await expectInvariants(run)
          await run.shop.close()
        },
      ),
      { numRuns: RUNS[name] ?? 20 },
    )
  },
  60_000,
)

test.each(LEDGERS)(
  'all at once: any interleaving of settles, prepares and crashes charges at most once (%s)',
  async (name, open) => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(step, { minLength: 3, maxLength: 12 }),
        work,
        async (scheduler, steps, how) => {
          const ledger = open()
          const shop = testShop({ ledger, domestic: { work: how } })
          const run = new Run({ ...shop, ...interleaved(shop, scheduler) })
          await run.do({ type: 'prepare' })
          await run.do({ type: 'pay', window: 0 })
          const all = Promise.all(steps.map((action) => run.do(action)))
          await scheduler.waitFor(all)
          await expectInvariants(run)
          await expectCalm(new Run(shop))
          await expectInvariants(run)
          await shop.close()
        },
      ),
      { numRuns: RUNS[name] ?? 20 },
    )
  },
  60_000,
)

/** The same shop, with every call to the gateway held until the scheduler lets it go. */
function interleaved(shop: TestShop, scheduler: fc.Scheduler): Partial<TestShop> {
  const send = asNetwork(shop.sandbox)
  const payple = shop.another({
    fetch: async (request) => {
      await scheduler.schedule(Promise.resolve(), new URL(request.url).pathname)
      return send(request)
    },
  })
  return {
    payple,
    prepare: (orderId, method) => shop.prepare(orderId, method, payple),
    post: (path, body, headers) => shop.post(path, body, headers, payple),
    result: (id, result, to = payple) => shop.result(id, result, to),
    view: (id) => shop.view(id, payple),
  }
}
