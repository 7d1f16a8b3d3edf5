/** What may happen to overseas payments, and the chance of each. */
import type { Fault } from '@payple-kit/sandbox'
import fc from 'fast-check'

/** Two orders, so that results and messages can meet the wrong one. */
export const ORDERS = ['A-1', 'A-2'] as const

/** One thing that happens. `by` is which companion meets it; `window`, `result` and `payment` count those there are, around the end. */
export type Step =
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

/** Any one step. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
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
