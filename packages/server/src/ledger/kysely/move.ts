import type { SealedBillingKey } from '../billing-key-row.ts'
import type { CheckoutRow } from '../checkout-row.ts'
import type { Change, Moved } from '../ledger.ts'
import { assertLegal, isExpected, isPayment, takesPlace } from '../rules.ts'
import { isLive } from '../transitions.ts'
import type { Db, Trx } from './engine.ts'
import { record } from './history.ts'

/** The conditional update with everything that belongs to it. Runs inside the caller's transaction, which holds the order. */
export async function apply(trx: Trx, row: CheckoutRow, change: Change): Promise<Moved> {
  assertLegal(change)
  const { id, at, to, set = {}, event, message, billingKey } = change
  if (!isExpected(row, change)) return 'stale'
  if (billingKey !== undefined && (await isKnown(trx, billingKey))) return 'stale'
  const rivals = (await attemptsOf(trx, row)).filter((other) => other.id !== id && isPayment(other) === isPayment(row))
  if (change.newest === true && rivals.some((other) => other.seq > row.seq)) return 'stale'
  if (takesPlace(row, change) && rivals.some(isLive)) return 'order-busy'
  // The old state stands in the WHERE clause although the row was just read: a session that does not take our locks still
  // cannot make this change something it has not seen.
  const { numUpdatedRows } = await trx
    .updateTable('checkouts')
    .set({ ...set, state: to, updatedAt: at })
    .where('id', '=', id)
    .where('state', '=', row.state)
    .where('refundedTotal', '=', row.refundedTotal)
    .where('claimToken', row.claimToken === null ? 'is' : '=', row.claimToken)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return 'stale'
  await record(trx, { row, at, from: row.state, to }, event, message)
  if (billingKey !== undefined) await trx.insertInto('billingKeys').values(billingKey).execute()
  return 'moved'
}

export function findRow(db: Db, id: string): Promise<CheckoutRow | undefined> {
  return db.selectFrom('checkouts').selectAll().where('id', '=', id).executeTakeFirst()
}

/** All attempts of an order, newest first. */
export function attemptsOf(db: Db, of: Pick<CheckoutRow, 'scope' | 'orderId'>): Promise<CheckoutRow[]> {
  return db
    .selectFrom('checkouts')
    .selectAll()
    .where('scope', '=', of.scope)
    .where('orderId', '=', of.orderId)
    .orderBy('seq', 'desc')
    .execute()
}

async function isKnown(trx: Trx, { scope, fingerprint }: SealedBillingKey): Promise<boolean> {
  const key = await trx
    .selectFrom('billingKeys')
    .select('id')
    .where('scope', '=', scope)
    .where('fingerprint', '=', fingerprint)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return key !== undefined
}
