import type { Charge } from '@payple-kit/server'
import type { ChargeResult } from '../../shared/cards-api.ts'
import { chargeResult } from '../cards/charge-result.ts'
import { dayAfter, koreanDay, monthOf } from './calendar.ts'
import type { ChargeRow } from './charge-store.ts'
import { monthlyOrder, monthlyOrderId, PLAN } from './plan.ts'
import type { SubscriptionRow, SubscriptionStore } from './subscription-store.ts'

export interface Charging {
  readonly store: SubscriptionStore
  readonly charge: Charge
  /** Epoch milliseconds. */
  readonly clock: () => number
}

/** After so many refusals the shop waits for the buyer. */
const TRIES_ALONE = 3

/**
 * Charges the open month of a subscription: at most once, however often this is called and whatever dies in between. The month is
 * written down first; a month that was refused begins a new try; one whose end nobody knows is asked about again.
 */
export async function chargeMonth(parts: Charging, subscription: SubscriptionRow): Promise<ChargeResult> {
  const { store, clock } = parts
  const month = monthOf(subscription.nextOn)
  const orderId = monthlyOrderId(subscription.id, month)
  const triedAt = new Date(clock()).toISOString()
  const { id, card } = subscription
  store.charges.open({ orderId, subscription: id, month, amount: PLAN.price, card, triedAt })
  const known = store.charges.find(orderId)
  if (known?.state === 'failed') store.charges.tryAgain(orderId, known.attempt, card, triedAt)
  return ask(parts, store.charges.find(orderId) as ChargeRow)
}

/** Charges, or asks how the charge went: to the companion it is the same call with the same idempotency key. */
export async function ask({ store, charge, clock }: Charging, row: ChargeRow): Promise<ChargeResult> {
  const { orderId, attempt, month } = row
  const outcome = await charge({
    billingKey: row.card,
    orderId,
    order: monthlyOrder(row.amount),
    // The order id itself; only a refusal that is final makes room for another try.
    idempotencyKey: attempt === 1 ? orderId : `${orderId}.${attempt}`,
    // Payple's own guard: should this shop ever lose its memory, the card is still not charged twice for a month.
    month,
  })
  const result = chargeResult(outcome)
  if (outcome.status === 'paid') {
    store.charges.paid(orderId, outcome.payment)
    store.monthPaid(row.subscription, month)
  }
  if (result.status === 'failed') {
    store.charges.failed(orderId, attempt, result.error)
    store.monthFailed(row.subscription, month, attempt < TRIES_ALONE ? dayAfter(koreanDay(clock())) : null)
  }
  return result
}
