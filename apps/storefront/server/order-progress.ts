import type { AttemptHistory, Payments } from '@payple-kit/server'
import type { Order } from '../shared/shop-api.ts'

/**
 * What the companion knows about an order the shop does not know to be paid: in doubt, refused, or nothing.
 * Buyers should not be invited to pay again while their money is on its way.
 */
export async function withProgress(payments: Pick<Payments, 'history'>, order: Order): Promise<Order> {
  if (order.state === 'paid') return order
  const charges = (await payments.history(order.id)).filter((attempt) => attempt.method !== 'register-card')
  const doubtful = charges.find(isDoubtful)
  if (doubtful) return { ...order, state: 'checking', checkoutId: doubtful.checkoutId }
  // A preparation nobody used says nothing; the newest attempt that ended does.
  const ended = charges.find((attempt) => !['created', 'opened', 'expired'].includes(attempt.state))
  return ended?.state === 'declined' ? { ...order, state: 'failed' } : order
}

/** `paid` in the ledger but not yet in the shop is a matter of moments. */
function isDoubtful({ state }: AttemptHistory): boolean {
  return state === 'approving' || state === 'unknown' || state === 'paid'
}
