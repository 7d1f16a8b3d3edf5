import fc from 'fast-check'

import { fault } from './faults.ts'
import type { Call, Event, Forgery, OrderId, Setting, Step } from './step.ts'

type Of<Union, Type> = Extract<Union, { type: Type }>
type Fields<Each> = { [Name in Exclude<keyof Each, 'type'>]: fc.Arbitrary<Each[Name]> }

const call = <Type extends Call['type']>(type: Type, fields: Fields<Of<Call, Type>>): fc.Arbitrary<Call> =>
  fc.record({ type: fc.constant(type), ...fields }, { noNullPrototype: true }) as unknown as fc.Arbitrary<Call>
const event = <Type extends Event['type']>(type: Type, fields: Fields<Of<Event, Type>>): fc.Arbitrary<Event> =>
  fc.record({ type: fc.constant(type), ...fields }, { noNullPrototype: true }) as unknown as fc.Arbitrary<Event>

const weighted = <Value>(...choices: [weight: number, arbitrary: fc.Arbitrary<Value>][]): fc.Arbitrary<Value> =>
  fc.oneof(...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })))

const nth = fc.nat(3)
const order = fc.constantFrom<OrderId[]>('A-1', 'A-1', 'A-1', 'A-2')
const key = fc.constantFrom('key-1', 'key-1', 'key-2', 'key-3')
const seldom = fc.constantFrom(false, false, false, true)
const forge = fc.constantFrom<Forgery[]>('', '', '', '', 'oid', 'total', 'true-total', 'work', 'error', 'close', 'slip')

const calls = weighted<Call>(
  [4, call('prepare', { order })],
  [5, call('deliver', { result: nth, forge })],
  [4, call('charge', { order, key, card: nth, month: fc.constantFrom('', '', '202611'), other: seldom })],
  [6, call('refund', { order, key, amount: fc.constantFrom(0, 300, 300, 400, 1_000) })],
  [2, call('link', { order, key })],
  [1, call('close', { window: nth })],
  [1, call('view', { window: nth })],
  [1, call('lookup', { order })],
  [1, call('delete-key', { card: nth })],
  [1, call('check-key', { card: nth })],
  [2, call('reconcile', {})],
)

const events = weighted<Event>(
  [4, event('pay', { window: nth, card: fc.constantFrom('good', 'good', 'good', 'declined'), tamper: seldom })],
  [1, event('open', { window: nth })],
  [2, event('pay-link', { link: nth })],
  [1, event('change-order', { order })],
  [4, event('fault', { fault })],
  [1, event('overcharge', {})],
  [1, event('console-cancel', { payment: nth, amount: fc.constantFrom(0, 300, 100) })],
  [1, event('console-delete-key', { card: nth })],
  [2, event('post', { reversed: fc.boolean() })],
  [1, event('post-again', { reversed: fc.boolean() })],
  [1, event('forge', { what: fc.constantFrom('paid', 'cancel', 'stranger', 'deletion'), payment: nth })],
  [1, event('shop-down', { times: fc.constantFrom(1, 3) })],
  [1, event('wake', {})],
  [2, event('time', { ms: fc.constantFrom(1_000, 30_000, 400_000, 2_400_000, 86_400_000) })],
)

const record = <Value extends object>(fields: {
  [Name in keyof Value]: fc.Arbitrary<Value[Name]>
}): fc.Arbitrary<Value> => fc.record<Value>(fields, { noNullPrototype: true })

const anything = weighted<Step>(
  [9, record<Of<Step, 'ask'>>({ type: fc.constant('ask'), call: calls, by: fc.nat(1) })],
  [8, events],
  [2, record<Of<Step, 'crash'>>({ type: fc.constant('crash'), call: calls, at: fc.nat(4), sent: fc.boolean() })],
)

/** The last one there is by then; see `pick`. */
const LAST = -1

/** One thing alone, or a few that belong together: left to chance, hardly a history would get as far as a payment. */
const passages = weighted<Step[]>(
  [6, anything.map((each) => [each])],
  [
    2,
    fc
      .tuple(order, forge, seldom, fc.option(fault, { nil: undefined }), fc.nat(1))
      .map(([id, forgery, tamper, trouble, by]) => [
        { type: 'ask', call: { type: 'prepare', order: id }, by },
        { type: 'pay', window: LAST, card: 'good', tamper },
        ...(trouble === undefined ? [] : [{ type: 'fault', fault: trouble } as const]),
        { type: 'ask', call: { type: 'deliver', result: LAST, forge: forgery }, by },
      ]),
  ],
  [
    1,
    fc.tuple(order, key, fc.nat(1)).map(([id, name, by]) => [
      { type: 'ask', call: { type: 'link', order: id, key: name }, by },
      { type: 'pay-link', link: LAST },
    ]),
  ],
)

/** A history of at most so many passages. */
export function history(maxLength: number): fc.Arbitrary<Step[]> {
  return fc.array(passages, { minLength: 3, maxLength }).map((each) => each.flat())
}

export const setting: fc.Arbitrary<Setting> = record<Setting>({
  work: fc.constantFrom('CERT', 'CERT', 'PAY'),
  cards: fc.constantFrom(0, 1, 1, 2),
  post: fc.constantFrom('early', 'prompt', 'held', 'off'),
  seed: fc.integer({ min: 1, max: 1_000 }),
})
