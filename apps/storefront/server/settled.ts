import type { Settled } from '@payple-kit/server'
import type { ShopStore } from './shop-store.ts'
import { isMonthlyOrderId } from './subscription/plan.ts'

/**
 * The companion's news. They come at least once, perhaps again after a restart, so everything here may be repeated: the first
 * payment stays, refunded totals only grow.
 */
export function takeSettled({ orders, defaultCards, subscriptions }: ShopStore, settled: Settled): void {
  switch (settled.type) {
    case 'paid':
      if (isMonthlyOrderId(settled.orderId)) monthPaid(subscriptions, settled)
      else orders.markPaid(settled.orderId, settled.payment)
      return
    case 'refunded':
      if (isMonthlyOrderId(settled.orderId)) subscriptions.charges.markRefunded(settled.orderId, settled.refunded)
      else orders.markRefunded(settled.orderId, settled.refunded)
      return
    case 'billing-key-removed':
      // By the member here, by somebody in partner admin, or by Payple because the card was lost or has expired.
      defaultCards.forget(settled.billingKey.id)
      return
    // A registered card is in `billingKeys.list` already, and money that was given back at once paid for nothing.
    case 'registered':
    case 'voided':
      return
    default:
      settled satisfies never
  }
}

/** A charge whose answer was lost on the way ends here, when the companion has found out. */
function monthPaid({ charges, ...store }: ShopStore['subscriptions'], { orderId, payment }: Paid): void {
  const charge = charges.find(orderId)
  if (!charge) return
  charges.paid(orderId, payment)
  store.monthPaid(charge.subscription, charge.month)
}

type Paid = Extract<Settled, { type: 'paid' }>
