import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

import type { CheckoutRow } from '../checkout-row.ts'
import type { Change } from '../ledger.ts'
import type { RefundLedger, RefundRow, RefundStarted } from '../refund-row.ts'
import {
  assertRefundAmount,
  assertRefundChange,
  isForeignRefund,
  newRefund,
  refundedState,
  refusalOf,
} from '../refund-rules.ts'
import { isExpected } from '../rules.ts'
import { isUnclaimed, oldestDue } from './claims.ts'
import { transaction } from './engine.ts'
import type { Db, Engine, Trx } from './engine.ts'
import { record } from './history.ts'
import { apply, findRow } from './move.ts'

/** Word for word the condition of the indexes `refunds_in_flight` and `one_refund_in_flight`. */
const IN_FLIGHT = sql<SqlBool>`state in ('pending', 'unknown')`

/** Refunds in SQL. */
export function refundQueries(engine: Engine): RefundLedger {
  const { db } = engine
  return {
    startRefund: async (draft, event) => {
      assertRefundAmount(draft)
      return transaction(engine, async (trx): Promise<RefundStarted> => {
        const { scope, idempotencyKey, checkoutId } = draft
        await engine.lockKey(trx, scope, idempotencyKey)
        await engine.lockOrderOf(trx, checkoutId)
        const same = await trx
          .selectFrom('refunds')
          .selectAll()
          .where('scope', '=', scope)
          .where('idempotencyKey', '=', idempotencyKey)
          .executeTakeFirst()
        if (same !== undefined) return { kind: 'same', row: same }
        const payment = await findRow(trx, checkoutId)
        const busy = payment?.scope === scope ? await inFlight(trx, checkoutId) : undefined
        if (busy !== undefined) return { kind: 'busy', row: busy }
        const refusal = refusalOf(payment, draft)
        if (payment === undefined || refusal !== undefined) return refusal ?? { kind: 'not-paid' }
        const values = newRefund(draft, payment)
        const row = await trx.insertInto('refunds').values(values).returningAll().executeTakeFirstOrThrow()
        await record(trx, { row: payment, at: draft.createdAt, from: payment.state, to: payment.state }, event)
        return { kind: 'new', row }
      })
    },
    changeRefund: async (change) => {
      assertRefundChange(change)
      return transaction(engine, async (trx) => {
        const { id, to, at, set = {}, event, message } = change
        const checkoutId = (await findRefund(trx, id))?.checkoutId
        if (checkoutId === undefined) return 'stale'
        await engine.lockOrderOf(trx, checkoutId)
        // Read again: only now does nobody else change it.
        const row = await findRefund(trx, id)
        const payment = await findRow(trx, checkoutId)
        if (row === undefined || payment === undefined || !isExpected(row, change)) return 'stale'
        const values = { ...set, state: to, updatedAt: at }
        await trx.updateTable('refunds').set(values).where('id', '=', id).execute()
        if (to === 'done') return raise(trx, payment, payment.refundedTotal + row.amount, { at, event, message })
        await record(trx, { row: payment, at, from: payment.state, to: payment.state }, event, message)
        return 'moved'
      })
    },
    refund: (id) => findRefund(db, id),
    refunds: (checkoutId) =>
      db.selectFrom('refunds').selectAll().where('checkoutId', '=', checkoutId).orderBy('seq').execute(),
    dueRefunds: (scope, now, limit) =>
      db
        .selectFrom('refunds')
        .selectAll()
        .where('scope', '=', scope)
        .where(IN_FLIGHT)
        .where((eb) => isUnclaimed(eb.ref('claimUntil'), now))
        .where(oldestDue(), '<=', now)
        .orderBy(oldestDue())
        .orderBy('seq')
        .limit(limit)
        .execute(),
    noteForeignRefund: ({ checkoutId, total, before, ...told }) =>
      transaction(engine, async (trx) => {
        await engine.lockOrderOf(trx, checkoutId)
        const payment = await findRow(trx, checkoutId)
        if (payment === undefined || !isForeignRefund(payment, total, before)) return 'stale'
        if ((await inFlight(trx, checkoutId)) !== undefined) return 'stale'
        return raise(trx, payment, total, told)
      }),
  }
}

/** The payment follows its refunds. It is held and was just read, so anything but success is a defect and undoes everything. */
async function raise(
  trx: Trx,
  payment: CheckoutRow,
  total: number,
  told: Pick<Change, 'at' | 'event' | 'message'>,
): Promise<'moved'> {
  const to = refundedState(payment, total)
  const change = { id: payment.id, from: [payment.state], to, set: { refundedTotal: total }, ...told }
  const moved = await apply(trx, payment, change)
  if (moved !== 'moved') throw new Error(`[payple-kit] ledger: a refund found its payment ${moved}.`)
  return moved
}

function findRefund(db: Db, id: string): Promise<RefundRow | undefined> {
  return db.selectFrom('refunds').selectAll().where('id', '=', id).executeTakeFirst()
}

function inFlight(db: Db, checkoutId: string): Promise<RefundRow | undefined> {
  return db.selectFrom('refunds').selectAll().where('checkoutId', '=', checkoutId).where(IN_FLIGHT).executeTakeFirst()
}
