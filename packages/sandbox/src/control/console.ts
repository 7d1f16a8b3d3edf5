/** What a merchant can do by hand in Payple's admin console (docs/protocol/domestic.md sections 6.2, 6.3 and 8.1). */
import { forgetBillingKey } from '../state/billing-keys.ts'
import type { PaymentRecord } from '../state/records.ts'
import { refund, refundProblem } from '../state/refunds.ts'
import { within } from '../state/store.ts'
import { announceCancelled, announceDeleted } from '../webhooks/announcements.ts'
import { record, type World } from '../world.ts'
import { paymentSnapshot, type SandboxPayment } from './snapshots.ts'

/** The buttons of the console. */
export interface ConsoleControl {
  /**
   * Cancels a payment by hand. No call of the merchant's server is involved; it hears of it by webhook.
   *
   * @param amount whole won, default everything that is left
   * @returns the payment afterwards. Throws a `RangeError` when there is no such payment or so much cannot be given back
   */
  cancelFromConsole(oid: string, amount?: number): SandboxPayment
  /**
   * Deletes a billing key by hand, which is the only deletion that sends a webhook.
   * Throws a `RangeError` when there is no such key.
   */
  deleteKeyFromConsole(payerId: string): void
}

/** The buttons of one world. */
export function createConsole(world: World): ConsoleControl {
  return {
    cancelFromConsole(oid, amount) {
      const payment = findOrder(world, oid)
      if (payment === undefined) throw new RangeError(`[payple-sandbox] console: there is no payment ${oid}.`)
      const won = amount ?? payment.request.total - payment.refundedTotal
      const problem = refundProblem(payment, won)
      if (problem !== undefined) throw new RangeError(`[payple-sandbox] console: ${oid}, ${won} won: ${WHY[problem]}`)
      refund(world, payment, won, 'console')
      record(world, 'console.cancelled', { oid, note: `${won} won` })
      announceCancelled(world, payment, won)
      return paymentSnapshot(world, payment)
    },
    deleteKeyFromConsole(payerId) {
      const key = [...world.store.billingKeys.values()].find((known) => known.payerId === payerId)
      if (key === undefined) throw new RangeError(`[payple-sandbox] console: there is no billing key ${payerId}.`)
      forgetBillingKey(world, key)
      record(world, 'console.key-deleted', { note: payerId })
      announceDeleted(world, key)
    },
  }
}

/** The payment of an order number; with several merchants, the first that has it. */
export function findOrder(world: World, oid: string): PaymentRecord | undefined {
  for (const merchant of world.settings.merchants) {
    const payment = world.store.payments.get(within(merchant, oid))
    if (payment !== undefined) return payment
  }
  return undefined
}

const WHY = {
  'nothing-left': 'no money is left to give back.',
  'no-amount': 'not an amount of whole won.',
  'too-much': 'more than is left.',
  'no-parts': 'the test account cannot refund in parts.',
} as const
