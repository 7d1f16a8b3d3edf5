import type { MonthlyCharge, SubscriptionView } from '../../shared/subscription-api.ts'
import type { ChargeRow } from './charge-store.ts'
import { PLAN } from './plan.ts'
import type { SubscriptionStore } from './subscription-store.ts'

/** What a member may see of their subscription. */
export function subscriptionView(store: SubscriptionStore, member: string | undefined): SubscriptionView {
  const row = member === undefined ? undefined : store.ofMember(member)
  if (!row) return { price: PLAN.price }
  const { id, status, card, nextOn, tryOn, startedAt } = row
  const charges = store.charges.ofSubscription(id).map(toCharge)
  return {
    price: PLAN.price,
    subscription: { id, status, card, nextOn, tryOn: tryOn ?? undefined, startedAt, charges },
  }
}

function toCharge({ orderId, month, amount, triedAt, error, payment, refunded, state }: ChargeRow): MonthlyCharge {
  const given = refunded === 0 ? state : refunded < amount ? 'partially-refunded' : 'refunded'
  return {
    orderId,
    month,
    amount,
    triedAt,
    error,
    state: given,
    paidAt: payment?.paidAt,
    card: payment?.card ?? payment?.bank,
    receiptUrl: payment?.receiptUrl,
    refunded: refunded === 0 ? undefined : refunded,
  }
}
