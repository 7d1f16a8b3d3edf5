/**
 * Random histories of overseas payments: buyer, browser, network, messages, clock and two companions over one ledger. What must hold is what the
 * kit promises; lookups never show a cancel, so what a lost cancel came to only messages and people tell.
 */
import { randomInt } from 'node:crypto'
import type { PreparedCheckout } from '@payple-kit/core'
import type { Fault } from '@payple-kit/sandbox'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { isPaid } from '../ledger/transitions.ts'
import { SHOP, testShop } from '../testing/test-shop.ts'
import type { TestShop } from '../testing/test-shop.ts'

const ORDERS = ['A-1', 'A-2'] as const
const SECRET = 'a-secret-nobody-guesses'
const HOOK = `${SHOP}/payple/webhooks/overseas/${SECRET}`
const SEED = process.env['PAYPLE_MODEL_SEED'] === 'random' ? randomInt(2 ** 31) : 20261125
const RUNS = Number(process.env['PAYPLE_MODEL_RUNS'] ?? 400)

type Step =
  | { type: 'prepare'; order: (typeof ORDERS)[number]; by: number }
  | { type: 'pay'; window: number; act: 'pay' | 'decline' | 'close'; change: 'none' | 'amount' | 'oid' }
  | { type: 'return'; result: number; by: number; forge: boolean }
  | { type: 'page-close'; window: number; by: number }
  | { type: 'view'; window: number; by: number }
  | { type: 'refund'; order: (typeof ORDERS)[number]; key: string; amount: string; by: number }
  | { type: 'charge'; order: (typeof ORDERS)[number]; key: string; by: number }
  | { type: 'console-cancel'; payment: number; amount: string }
  | { type: 'post'; reversed: boolean }
  | { type: 'fault'; fault: Fault }
  | { type: 'time'; ms: number }
  | { type: 'reconcile'; by: number }

const order = fc.constantFrom(...ORDERS)
const nth = fc.nat(3)
const by = fc.nat(1)
const step = (type: Step['type'], fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Step> =>
  fc.record({ type: fc.constant(type), ...fields }, { noNullPrototype: true }) as unknown as fc.Arbitrary<Step>

const fault: fc.Arbitrary<Fault> = fc.record(
  {
    operation: fc.constantFrom('gpay-token', 'gpay-lookup', 'gpay-cancel', 'gpay-charge') as fc.Arbitrary<
      Fault['operation']
    >,
    effect: fc.constantFrom<Fault['effect'][]>(
      { type: 'lost-answer' },
      { type: 'refuse' },
      { type: 'not-json' },
      { type: 'status', status: 502 },
      { type: 'code', code: 'T0399' },
      { type: 'code', code: 'SIM_ODD' },
    ),
    times: fc.constantFrom(1, 1, 3),
  },
  { noNullPrototype: true },
)

const steps: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: step('prepare', { order, by }) },
  {
    weight: 5,
    arbitrary: step('pay', {
      window: nth,
      act: fc.constantFrom('pay', 'pay', 'pay', 'decline', 'close'),
      change: fc.constantFrom('none', 'none', 'none', 'amount', 'oid'),
    }),
  },
  { weight: 5, arbitrary: step('return', { result: nth, by, forge: fc.constantFrom(false, false, false, true) }) },
  { weight: 1, arbitrary: step('page-close', { window: nth, by }) },
  { weight: 1, arbitrary: step('view', { window: nth, by }) },
  {
    weight: 4,
    arbitrary: step('refund', {
      order,
      key: fc.constantFrom('r-1', 'r-2'),
      amount: fc.constantFrom('', '4.95', '4.95', '19.90'),
      by,
    }),
  },
  { weight: 2, arbitrary: step('charge', { order, key: fc.constantFrom('c-1', 'c-2'), by }) },
  { weight: 1, arbitrary: step('console-cancel', { payment: nth, amount: fc.constantFrom('', '4.95') }) },
  { weight: 2, arbitrary: step('post', { reversed: fc.boolean() }) },
  { weight: 3, arbitrary: step('fault', { fault }) },
  { weight: 2, arbitrary: step('time', { ms: fc.constantFrom(1_000, 70_000, 700_000) }) },
  { weight: 2, arbitrary: step('reconcile', { by }) },
)

type Prepared = Extract<PreparedCheckout, { kind: 'window' }>

interface Run {
  readonly shop: TestShop
  readonly companions: readonly TestShop['payple'][]
  readonly windows: Prepared[]
  readonly results: { readonly action: string; readonly result: Record<string, string> }[]
  readonly post: Request[]
  readonly byHand: Set<string>
  billingKey?: string
}

async function start(): Promise<Run> {
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
  // A card that was kept by an earlier payment.
  shop.orders.set('first', { goods: 'mug', total: '1.00', currency: 'USD', saveCard: true })
  const prepared = await shop.window('first', 'overseas-card')
  await pay(run, prepared, { act: 'pay', change: 'none' })
  await back(run, run.results.pop() as Run['results'][number], 0)
  run.billingKey = (await shop.payple.payments.get('first'))?.billingKey?.id ?? ''
  return run
}

const pick = <Item>(items: readonly Item[], n: number): Item | undefined => items[n % Math.max(1, items.length)]

async function pay(
  run: Run,
  { checkoutId, window }: Prepared,
  { act, change }: Pick<Extract<Step, { type: 'pay' }>, 'act' | 'change'>,
): Promise<void> {
  const { shop } = run
  const answer = await shop.post(`checkouts/${checkoutId}/open`, {})
  if (!answer.ok) return
  const changes = {
    none: {},
    amount: { totalAmount: '0.10' },
    oid: { service_oid: `free-${run.results.length}-${shop.world.clock()}` },
  }
  const end = await shop.buyer
    .overseas(window, await answer.json(), {
      ...(act === 'decline' ? { card: '4000000000003112' } : {}),
      ...(act === 'close' ? { close: true } : {}),
      change: changes[change],
    })
    .catch(() => undefined)
  if (end !== undefined) run.results.push(end)
}

async function back(
  { shop, companions }: Run,
  { action, result }: Run['results'][number],
  nthCompanion: number,
): Promise<void> {
  const request = new Request(action, { method: 'POST', body: new URLSearchParams(result) })
  await (companions[nthCompanion] ?? shop.payple).fetch(request)
}

async function flush({ shop, post, companions }: Run, reversed: boolean): Promise<void> {
  await shop.sandbox.control.webhooksSettled()
  const messages = post.splice(0)
  for (const request of reversed ? messages.toReversed() : messages) await companions[0]?.fetch(request)
  for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve))
}

async function happen(run: Run, step: Step): Promise<void> {
  const { shop, companions, windows, results } = run
  const companion = companions['by' in step ? step.by : 0] ?? shop.payple
  switch (step.type) {
    case 'prepare': {
      const prepared = await shop.prepare(step.order, 'overseas-card', companion)
      if (prepared.kind === 'window') windows.push(prepared)
      return
    }
    case 'pay': {
      const window = pick(windows, step.window)
      return window && pay(run, window, step)
    }
    case 'return': {
      const end = pick(results, step.result)
      if (end === undefined) return
      const forged = { ...end.result, result: 'A0000', totalAmount: '19.90', currency: 'USD' }
      return back(run, step.forge ? { ...end, result: forged } : end, step.by)
    }
    case 'page-close':
    case 'view': {
      const window = pick(windows, step.window)
      if (window === undefined) return
      if (step.type === 'view') await shop.view(window.checkoutId, companion)
      else await shop.result(window.checkoutId, { PCD_PAY_RST: 'close' }, companion)
      return
    }
    case 'refund': {
      const amount = step.amount === '' ? {} : { amount: step.amount }
      const key = `${step.order}-${step.key}-${step.amount}`
      const outcome = await companion.payments.refund({ orderId: step.order, idempotencyKey: key, ...amount })
      if (outcome.status === 'refunded') {
        const charged = shop.sandbox.control.overseasPayment(outcome.payment.oid)
        expect(charged?.cancelled, `told refunded: ${JSON.stringify(outcome)}`).toBeGreaterThanOrEqual(
          outcome.refund.amount,
        )
      }
      return
    }
    case 'charge': {
      const order = { goods: 'mug', total: '19.90', currency: 'USD' } as const
      const key = `${step.order}-${step.key}`
      const outcome = await companion.billingKeys.charge({
        billingKey: run.billingKey ?? '',
        orderId: step.order,
        order,
        idempotencyKey: key,
      })
      if (outcome.status === 'paid')
        expect(shop.sandbox.control.overseasPayment(outcome.payment.oid)?.amount).toBe(1990)
      return
    }
    case 'console-cancel': {
      const payment = pick(shop.sandbox.control.overseasPayments(), step.payment)
      const left = (payment?.amount ?? 0) - (payment?.cancelled ?? 0)
      if (payment === undefined || left < (step.amount === '' ? 1 : 495)) return
      run.byHand.add(payment.oid)
      shop.sandbox.control.cancelOverseasFromConsole(payment.oid, step.amount === '' ? undefined : step.amount)
      return
    }
    case 'post':
      return flush(run, step.reversed)
    case 'fault':
      shop.sandbox.control.fault(step.fault)
      return
    case 'time':
      shop.world.advance(step.ms)
      return
    case 'reconcile':
      await companion.reconcile()
      return
    default:
      step satisfies never
  }
}

/** What holds at every moment: nothing is called paid that was not charged in full, once. */
async function always({ shop }: Run): Promise<void> {
  for (const orderId of ORDERS) {
    for (const row of await shop.ledger.attempts('sandbox', orderId)) {
      const charges = shop.sandbox.control.overseasPayments().filter(({ oid }) => oid === row.oid)
      expect(charges.filter(({ channel }) => channel === 'billing-key').length, row.oid).toBeLessThanOrEqual(1)
      if (!isPaid(row)) continue
      expect(charges.length, `${row.state} without a charge`).toBeGreaterThan(0)
      expect(charges.at(-1)).toMatchObject({ amount: row.amount, currency: row.currency })
    }
  }
  const ids = shop.settled.map(({ id }) => id)
  expect(new Set(ids).size, ids.join(' ')).toBe(ids.length)
}

/** What holds once everything is calm: the books agree, except for what a person was asked about. */
async function inTheEnd(run: Run): Promise<void> {
  const { shop, byHand } = run
  shop.sandbox.control.clearFaults()
  for (let round = 0; round < 24; round++) {
    await flush(run, false)
    shop.world.advance(700_000)
    for (const companion of run.companions) await companion.reconcile()
  }
  const asked = new Set((await shop.payple.attention.list({ limit: 200 })).map(({ subject }) => subject))
  for (const orderId of ORDERS) {
    const rows = await shop.ledger.attempts('sandbox', orderId)
    let kept = 0
    for (const row of rows) {
      const charges = shop.sandbox.control.overseasPayments().filter(({ oid }) => oid === row.oid)
      const left = charges.reduce((sum, { amount, cancelled }) => sum + amount - cancelled, 0)
      const story = (await shop.ledger.events(row.id)).map(({ name }) => name).join(' ')
      const name = `${orderId} ${row.state} ${row.amount}-${row.refundedTotal} | gateway left ${left} of ${charges.length} | ${story}`
      const refunds = await shop.ledger.refunds(row.id)
      const open = refunds.filter(({ state }) => state === 'pending' || state === 'unknown')
      for (const refund of open) expect(asked, `nobody was asked about a refund: ${name}`).toContain(refund.id)
      expect(row.state, name).not.toBe('approving')
      if (row.state === 'unknown') expect(asked, `nobody was asked: ${name}`).toContain(row.id)
      else if (!isPaid(row)) expect(left, `charged and not paid: ${name}`).toBe(0)
      else if (open.length === 0 && !byHand.has(row.oid) && charges.length === 1)
        expect(row.amount - row.refundedTotal, name).toBe(left)
      if (row.state !== 'unknown') kept += left > 0 ? 1 : 0
    }
    expect(kept, `charged twice: ${orderId}`).toBeLessThanOrEqual(1)
  }
}

test(
  'whatever happens to an overseas payment, the books agree in the end or a person was asked',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 3, maxLength: 22 }), async (history) => {
        const run = await start()
        for (const each of history) {
          await happen(run, each)
          await always(run)
        }
        await inTheEnd(run)
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: false },
    )
  },
)
