import { expect } from 'vitest'

import { isLegal, isLive, isPaid } from '../../ledger/transitions.ts'
import type { CheckoutState } from '../../ledger/checkout-row.ts'
import { nameOf } from './books.ts'
import type { Entry } from './books.ts'
import type { Run } from './run.ts'

/** What holds at every moment of every history, whatever is broken. */
export function expectAlways(run: Run, books: readonly Entry[]): void {
  for (const entry of books) {
    expectRealPayment(entry)
    expectLegalStory(entry)
    expectOneCall(run, entry)
  }
  for (const order of new Set(books.map(({ row }) => row.orderId))) {
    const holders = books.filter(({ row }) => row.orderId === order && isLive(row))
    expect(holders.length, `attempts that hold ${order}`).toBeLessThanOrEqual(1)
  }
  const ids = run.shop.settled.map((message) => message.id)
  expect(new Set(ids).size, `told the shop twice: ${ids.join(' ')}`).toBe(ids.length)
}

/** Whatever is called paid was charged, in full and once, and no more of it was given back than there was. */
function expectRealPayment(entry: Entry): void {
  const { row, charge } = entry
  expect(row.refundedTotal, nameOf(entry)).toBeLessThanOrEqual(row.amount)
  if (isPaid(row)) expect(charge, nameOf(entry)).toMatchObject({ chargeCount: 1, total: row.amount })
  if (isPaid(row)) expect(row.refundedTotal, nameOf(entry)).toBeLessThanOrEqual(charge?.refundedTotal ?? 0)
}

/** Every recorded event is a legal step that continues from the one before. */
function expectLegalStory(entry: Entry): void {
  let state: CheckoutState | null = null
  for (const event of entry.events) {
    expect(event.from, nameOf(entry)).toBe(state)
    expect(event.from === null || isLegal(event.from, event.to), nameOf(entry)).toBe(true)
    state = event.to
  }
  expect(state, nameOf(entry)).toBe(entry.row.state)
}

/** No charge is sent twice, and no refund: of each there are as many calls as were written down. */
function expectOneCall({ wire, slipped }: Run, entry: Entry): void {
  const { row, events } = entry
  const calls = (operation: string): number =>
    wire.sent.filter((each) => each.operation === operation && each.subject === row.oid).length
  expect(calls('repay'), nameOf(entry)).toBeLessThanOrEqual(1)
  const wrong = events.filter((event) => event.name === 'void_started').length
  // Around midnight a refund that found nothing under one day is asked for under the other, and written down again.
  const own = events.filter((event) => event.name === 'refund_sent').length
  expect(calls('cancel'), nameOf(entry)).toBeLessThanOrEqual(own + wrong)
  const confirms = wire.sent.filter((each) => each.operation === 'confirm').map((each) => each.subject)
  if (!slipped) expect(new Set(confirms).size, 'a confirm was repeated').toBe(confirms.length)
}
