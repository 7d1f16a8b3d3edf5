import { isPaid } from '../../ledger/transitions.ts'
import { nameOf } from './books.ts'
import type { Entry } from './books.ts'
import { insist } from './insist.ts'
import type { Run } from './run.ts'
import type { Step } from './step.ts'

/** Remembers in which step the gateway took the money of which order number. */
export class ChargeWatch {
  readonly #charged = new Map<string, number>()

  look({ shop, told }: Run): void {
    for (const payment of shop.sandbox.control.payments())
      if (payment.chargeCount > 0 && !this.#charged.has(payment.oid)) this.#charged.set(payment.oid, told.step)
  }

  /** Nobody heard "failed" or "canceled" of an attempt that ends paid by its own charge, unless the buyer paid after hearing it. */
  expectNoLies(run: Run, steps: readonly Step[], books: readonly Entry[]): void {
    for (const { checkoutId, step, at } of run.told.denied) {
      const entry = books.find(({ row }) => row.id === checkoutId)
      if (entry === undefined || !isPaid(entry.row)) continue
      if (isPatient(run, entry, at)) continue
      // A PAY window is looked up before its end is believed; a gateway that denies the payment then is believed (decisions/013).
      if (entry.row.work === 'PAY' && run.lookupsLie) continue
      // So is a confirm that speaks of another order, when no lookup shows the payment right then (decisions/016).
      if (entry.row.work === 'CERT' && entry.events.some((event) => event.name === 'foreign_charge')) continue
      const charged = this.#charged.get(entry.row.oid) ?? -1
      const later = charged > step && isBuyers(steps[charged])
      insist(later, `told no in step ${step}, charged in ${charged}: ${nameOf(entry)}`)
    }
  }
}

/**
 * A `PAY` window that the buyer closed and then paid in after all: until the next lookup is due, at most ten minutes later, it is
 * still called canceled, and in a shop that hears no messages also after the last lookup (decisions/013).
 */
function isPatient({ setting }: Run, { row, charge }: Entry, at: number): boolean {
  const hears = setting.post === 'early' || setting.post === 'prompt'
  return row.work === 'PAY' && (!hears || at - (charge?.paidAt ?? 0) <= 600_000)
}

/** Whether a step is the buyer's: paying, or bringing the result of a window. */
function isBuyers(step: Step | undefined): boolean {
  if (step?.type === 'ask' || step?.type === 'crash') return step.call.type === 'deliver'
  return step?.type === 'pay' || step?.type === 'pay-link'
}
