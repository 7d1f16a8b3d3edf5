import { expect } from 'vitest'

import { isPaid } from '../../ledger/transitions.ts'
import type { Run } from './run.ts'
import { ORDERS } from './steps.ts'

/** What holds at every moment: nothing is called paid that was not charged in full, once. */
export async function expectAlways({ shop }: Run): Promise<void> {
  for (const orderId of ORDERS) {
    for (const row of await shop.ledger.attempts('sandbox', orderId)) {
      const charges = shop.sandbox.control.overseasPayments().filter(({ oid }) => oid === row.oid)
      expect(charges.filter(({ channel }) => channel === 'billing-key').length, row.oid).toBeLessThanOrEqual(1)
      if (!isPaid(row)) continue
      expect(charges.length, `${row.state} without a charge`).toBeGreaterThan(0)
      const own = charges.find(({ apiId }) => apiId === row.tradeNumber)
      expect(own, row.oid).toMatchObject({ amount: row.amount, currency: row.currency })
    }
  }
  const ids = shop.settled.map(({ id }) => id)
  expect(new Set(ids).size, ids.join(' ')).toBe(ids.length)
}
