import { expect } from 'vitest'

import { isPaid } from '../../ledger/transitions.ts'
import { nameOf } from './books.ts'
import type { Entry } from './books.ts'
import type { Run } from './run.ts'

/**
 * What holds once everything is calm. The books agree to the won, with these doubts and no others:
 *
 * 1. A refund that is still `unknown` was not carried out, as far as the gateway shows, or money went back by hand meanwhile and nobody
 *    can tell which of it. A lookup that does not show it proves nothing (decisions/018), so it waits for a person, and what was refunded by hand meanwhile is written down only after it.
 * 2. An attempt that is still `unknown` has no charge, or one of which a part was given back by hand before anybody had looked:
 *    that is for a person to judge (decisions/011).
 * 3. A refund by hand may stand for one of ours whose answer was lost, when it gave back as much: sums agree all the same
 *    (decisions/018).
 * 4. In a shop that registered no address for messages, a refund by hand stays unknown until somebody looks the order up, and so
 *    does money taken in a `PAY` window after its twelve checks (decisions/013), or with slipped keys whose answer was lost,
 *    or whose answer named another order while a lookup denied the payment (decisions/016).
 * 5. A process that stood still for hours writes down what it had read before. A refund by hand in between is known when the
 *    order is looked up next: its message was given up after an hour.
 */
export async function expectInTheEnd(run: Run, books: readonly Entry[]): Promise<void> {
  const items = await run.shop.payple.attention.list({ limit: 200 })
  const attention = new Set(items.map((item) => item.subject))
  for (const entry of books) {
    expectAgreement(run, entry, attention)
    expectTold(run, entry)
  }
  for (const order of new Set(books.map(({ row }) => row.orderId))) {
    const own = books.filter(({ row }) => row.orderId === order && row.state !== 'unknown')
    const kept = own.filter((entry) => entry.kept > 0 && (isPaid(entry.row) || !isDoubt4(run, entry.row)))
    expect(kept.length, kept.map(nameOf).join('\n')).toBeLessThanOrEqual(1)
  }
}

function expectAgreement(run: Run, entry: Entry, attention: ReadonlySet<string>): void {
  const { row, charge, kept, refunds } = entry
  const name = nameOf(entry)
  expect(row.state, name).not.toBe('approving')
  if (isPaid(row)) {
    const open = refunds.filter((refund) => refund.state === 'pending' || refund.state === 'unknown')
    for (const refund of open) {
      expect(attention, `nobody was asked about the refund: ${name}`).toContain(refund.id)
      expect(charge?.refundedTotal, name).not.toBe(refund.refundedBefore + refund.amount)
    }
    const unheard = open.length > 0 || run.wokenLate || run.setting.post === 'off'
    if (!(unheard && run.byHand.has(row.oid))) expect(row.refundedTotal, name).toBe(charge?.refundedTotal)
  } else if (row.state === 'unknown') {
    expect(attention, `nobody was asked: ${name}`).toContain(row.id)
    expect(kept === 0 || run.byHand.has(row.oid), name).toBe(true)
  } else if (!isDoubt4(run, row)) {
    expect(kept, `charged and not paid: ${name}`).toBe(0)
  }
}

/** Money that only a message could have told about. */
function isDoubt4({ setting, slipped, lookupsLie }: Run, row: Entry['row']): boolean {
  if (setting.post !== 'off') return false
  return row.work === 'PAY' ? row.nextCheckAt === null && row.state !== 'unknown' : slipped || lookupsLie
}

/** The shop heard of every payment once, then of every refund of it, in order and to the won. */
function expectTold(run: Run, entry: Entry): void {
  const { row } = entry
  const own = run.shop.settled.filter((message) =>
    message.type === 'paid' ? message.payment.checkoutId === row.id : message.checkoutId === row.id,
  )
  const name = `${own.map((message) => message.type).join(' ')}: ${nameOf(entry)}`
  if (row.state === 'mismatch_voided')
    expect(
      own.map((message) => message.type),
      name,
    ).toEqual(['voided'])
  else if (!isPaid(row)) expect(own, name).toEqual([])
  else {
    const [first, ...rest] = own
    expect(first?.type, name).toBe('paid')
    let refunded = 0
    for (const message of rest) {
      if (message.type !== 'refunded') throw new Error(`Not a refund: ${name}`)
      refunded += message.amount
      expect(message, name).toMatchObject({ refunded, left: row.amount - refunded })
    }
    expect(refunded, name).toBe(row.refundedTotal)
  }
}
