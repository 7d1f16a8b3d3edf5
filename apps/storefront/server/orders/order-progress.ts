import type { AttemptHistory, Payments } from '@payple-kit/server'
import type { Order } from '../../shared/shop-api.ts'

/**
 * What the companion knows about an order the shop does not know to be paid: in doubt, refused, closed, or nothing.
 * Buyers should not be invited to pay again while their money is on its way.
 */
export async function withProgress(payments: Pick<Payments, 'history'>, order: Order): Promise<Order> {
  if (order.payment) return order
  const attempts = await payments.history(order.id)
  const doubtful = attempts.find(isDoubtful)
  if (doubtful) return { ...order, state: 'checking', checkoutId: doubtful.checkoutId }
  // A preparation nobody used says nothing; the newest attempt that ended does.
  const ended = attempts.find((attempt) => !['created', 'opened', 'expired'].includes(attempt.state))
  if (ended?.state === 'declined') return { ...order, state: 'failed' }
  return ended?.state === 'canceled' ? { ...order, state: 'canceled' } : order
}

/** `paid` in the ledger but not yet in the shop is a matter of moments. */
function isDoubtful({ state }: AttemptHistory): boolean {
  return state === 'approving' || state === 'unknown' || state === 'paid'
}
