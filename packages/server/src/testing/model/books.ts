import type { SandboxPayment } from '@payple-kit/sandbox'

import type { CheckoutRow } from '../../ledger/checkout-row.ts'
import type { LedgerEvent } from '../../ledger/ledger-event.ts'
import type { RefundRow } from '../../ledger/refund-row.ts'
import type { Run } from './run.ts'
import { ORDERS } from './step.ts'

/** One attempt as the ledger has it, beside what the gateway has under its order number. */
export interface Entry {
  readonly row: CheckoutRow
  readonly events: readonly LedgerEvent[]
  readonly refunds: readonly RefundRow[]
  readonly charge: SandboxPayment | undefined
  /** Whole won that the gateway took under this number and still has. */
  readonly kept: number
}

/** Both books, opened at the same page. */
export async function openBooks({ shop }: Run): Promise<readonly Entry[]> {
  const { ledger, sandbox } = shop
  const attempts = await Promise.all(ORDERS.map((order) => ledger.attempts('sandbox', order)))
  return Promise.all(
    attempts.flat().map(async (row) => {
      const payment = sandbox.control.payment(row.oid)
      const charge = payment !== undefined && payment.chargeCount > 0 ? payment : undefined
      const [events, refunds] = await Promise.all([ledger.events(row.id), ledger.refunds(row.id)])
      return { row, events, refunds, charge, kept: charge === undefined ? 0 : charge.total - charge.refundedTotal }
    }),
  )
}

/** An entry in one line, for the message of a failed expectation. */
export function nameOf({ row, charge, refunds, events }: Entry): string {
  const gateway = charge === undefined ? 'uncharged' : `${charge.status} ${charge.total}-${charge.refundedTotal}`
  const own = refunds.map((refund) => `${refund.state} ${refund.amount}`).join(', ')
  const story = events.map((event) => event.name).join(' ')
  return `${row.orderId} ${row.method} ${row.work} ${row.state} ${row.amount}-${row.refundedTotal} | gateway ${gateway} | refunds ${own} | ${story}`
}
