import type { CheckoutRow, LedgerScope } from '../checkout-row.ts'
import type { Change, Moved } from '../ledger.ts'
import { assertLegal, isExpected, isPayment, takesPlace } from '../rules.ts'
import { isLive } from '../transitions.ts'
import { findBillingKey } from './billing-keys.ts'
import { rowsOf, writeEvent, writeMessage } from './store.ts'
import type { MemoryStore } from './store.ts'

/** All attempts of an order, newest first. */
export function attemptsOf(store: MemoryStore, scope: LedgerScope, orderId: string): CheckoutRow[] {
  return rowsOf(store.checkouts, (row) => row.scope === scope && row.orderId === orderId).toReversed()
}

/** The conditional update with everything that belongs to it. */
export function move(store: MemoryStore, change: Change): Moved {
  assertLegal(change)
  const { id, at, set = {}, event, message, billingKey } = change
  const row = store.checkouts.get(id)
  if (row === undefined || !isExpected(row, change)) return 'stale'
  if (billingKey !== undefined && findBillingKey(store, billingKey.scope, [billingKey.fingerprint])) return 'stale'
  const rivals = attemptsOf(store, row.scope, row.orderId).filter(
    (other) => other.id !== id && isPayment(other) === isPayment(row),
  )
  if (change.newest === true && rivals.some((other) => other.seq > row.seq)) return 'stale'
  if (takesPlace(row, change) && rivals.some(isLive)) return 'order-busy'
  const next: CheckoutRow = { ...row, ...set, state: change.to, updatedAt: at }
  store.checkouts.set(id, next)
  if (event !== undefined) writeEvent(store, next, at, row.state, event)
  if (message !== undefined) writeMessage(store, next, at, message)
  if (billingKey !== undefined) store.billingKeys.set(billingKey.id, billingKey)
  return 'moved'
}
