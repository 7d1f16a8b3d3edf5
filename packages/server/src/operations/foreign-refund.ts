import type { Context } from '../context.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { packed } from '../outbox/settled.ts'

/**
 * Writes down that somebody else gave back what is missing to `total`. Does nothing when the ledger knows of as much, or of a refund that is
 * under way and may be part of it.
 *
 * @param total given back so far, in the smallest unit of the payment's currency
 */
export async function recordForeignRefund(
  { settings, log }: Context,
  row: CheckoutRow,
  total: number,
  actor: Actor,
  note?: string,
): Promise<void> {
  const { ledger, world } = settings
  const before = row.refundedTotal
  const refunded = Math.min(total, row.amount)
  const amount = refunded - before
  if (amount <= 0) return
  const { orderId, id: checkoutId, currency } = row
  const facts = { orderId, checkoutId, amount, currency, refunded, left: row.amount - refunded }
  const moved = await ledger.noteForeignRefund({
    checkoutId,
    total: refunded,
    before,
    at: world.clock(),
    event: { name: 'refunded_elsewhere', actor, detail: { total: amount, note } },
    message: packed({ id: `${checkoutId}.refunded.${refunded}`, type: 'refunded', ...facts }),
  })
  if (moved === 'moved') log('warn', 'refunded-elsewhere', { checkoutId, orderId })
}
