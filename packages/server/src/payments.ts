import type { CheckoutOutcome, Payment } from '@payple-kit/core'

import type { Context } from './context.ts'
import type { CheckoutRow } from './ledger/checkout-row.ts'
import type { LedgerEvent } from './ledger/ledger-event.ts'
import { isPayment } from './ledger/rules.ts'
import { deliver } from './outbox/deliver.ts'
import { isInDoubt, lookInto } from './settle/look-into.ts'
import { outcomeOf } from './settle/outcome-of.ts'
import { paymentOf } from './settle/payment-of.ts'
import { recordVoided } from './settle/record.ts'

/** One attempt with everything that happened to it. */
export interface AttemptHistory {
  readonly checkoutId: string
  readonly oid: string
  readonly method: CheckoutRow['method']
  readonly state: CheckoutRow['state']
  /** Whole won. */
  readonly amount: number
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly events: readonly LedgerEvent[]
}

/** What the shop's own server may ask. Never expose these to a browser without checking who asks. */
export interface Payments {
  /** The payment of an order, or `null` while it is not known to be paid. Reads the ledger only. */
  get(orderId: string): Promise<Payment | null>
  /** All attempts of an order, newest first, with their events. */
  history(orderId: string): Promise<readonly AttemptHistory[]>
  /**
   * For the person on call: declares, after looking in partner admin, that an attempt in doubt charged nothing (or that its
   * wrong charge was returned by hand), so that the order can be paid again. Asks the gateway once more first, and a payment
   * found there wins.
   *
   * @param note who decided and why; kept in the history. No personal data
   * @returns the outcome after that; unchanged when the attempt was not in doubt, `undefined` for an unknown id
   */
  release(checkoutId: string, note: string): Promise<CheckoutOutcome | undefined>
}

/** The read helpers and the operator's lever. */
export function createPayments(context: Context): Payments {
  const { ledger, scope, world } = context.settings
  return {
    get: async (orderId) => {
      const paid = (await ledger.attempts(scope, orderId)).find((row) => isPayment(row) && row.state === 'paid')
      return paid === undefined ? null : paymentOf(paid)
    },
    history: async (orderId) => {
      const attempts = await ledger.attempts(scope, orderId)
      return Promise.all(attempts.map(async (row) => ({ ...summaryOf(row), events: await ledger.events(row.id) })))
    },
    release: async (checkoutId, note) => {
      const row = await ledger.find(checkoutId)
      if (row === undefined || row.scope !== scope) return undefined
      if (isInDoubt(row)) await lookInto(context, row, 'operator')
      const asked = (await ledger.find(checkoutId)) ?? row
      if (asked.state === 'unknown' && asked.claimToken === null) {
        if (asked.voidReason === null) await release(asked, note)
        else await recordVoided(context, asked, 'void_declared', 'operator', { note })
      }
      await deliver(context, checkoutId)
      return outcomeOf(context, (await ledger.find(checkoutId)) ?? asked)
    },
  }

  async function release(row: CheckoutRow, note: string): Promise<void> {
    const set = { failureCode: 'RELEASED', nextCheckAt: null }
    const event = { name: 'released', actor: 'operator', detail: { note } } as const
    await ledger.move({ id: row.id, from: ['unknown'], to: 'declined', at: world.clock(), set, event })
  }
}

function summaryOf({
  id: checkoutId,
  oid,
  method,
  state,
  amount,
  createdAt,
}: CheckoutRow): Omit<AttemptHistory, 'events'> {
  return { checkoutId, oid, method, state, amount, createdAt }
}
