import type { RefundLedger, RefundRow } from '../refund-row.ts'
import {
  assertRefundAmount,
  assertRefundChange,
  IN_FLIGHT,
  isForeignRefund,
  newRefund,
  refundedState,
  refusalOf,
} from '../refund-rules.ts'
import { isExpected, isUnclaimed } from '../rules.ts'
import { move } from './move.ts'
import { rowsOf, writeEvent, writeMessage } from './store.ts'
import type { MemoryStore } from './store.ts'

/** Refunds in memory. */
export function refundMethods(store: MemoryStore): RefundLedger {
  const { refunds, checkouts } = store

  const inFlight = (checkoutId: string): RefundRow | undefined =>
    rowsOf(refunds, (row) => row.checkoutId === checkoutId && IN_FLIGHT.includes(row.state))[0]

  return {
    startRefund: async (draft, event) => {
      assertRefundAmount(draft)
      const { scope, idempotencyKey, checkoutId } = draft
      const [same] = rowsOf(refunds, (row) => row.scope === scope && row.idempotencyKey === idempotencyKey)
      if (same !== undefined) return { kind: 'same', row: same }
      const payment = checkouts.get(checkoutId)
      const busy = payment?.scope === scope ? inFlight(checkoutId) : undefined
      if (busy !== undefined) return { kind: 'busy', row: busy }
      const refusal = refusalOf(payment, draft)
      if (payment === undefined || refusal !== undefined) return refusal ?? { kind: 'not-paid' }
      const row: RefundRow = { ...newRefund(draft, payment), seq: refunds.size + 1 }
      refunds.set(row.id, row)
      writeEvent(store, payment, draft.createdAt, payment.state, event)
      return { kind: 'new', row }
    },
    changeRefund: async (change) => {
      assertRefundChange(change)
      const { id, to, at, set, event, message } = change
      const row = refunds.get(id)
      const payment = row && checkouts.get(row.checkoutId)
      if (row === undefined || payment === undefined || !isExpected(row, change)) return 'stale'
      refunds.set(id, { ...row, ...set, state: to, updatedAt: at })
      if (to === 'done') {
        const total = payment.refundedTotal + row.amount
        const raised = { to: refundedState(payment, total), at, set: { refundedTotal: total } }
        move(store, { id: payment.id, from: [payment.state], ...raised, event, message })
      } else {
        if (event !== undefined) writeEvent(store, payment, at, payment.state, event)
        if (message !== undefined) writeMessage(store, payment, at, message)
      }
      return 'moved'
    },
    refund: async (id) => refunds.get(id),
    refunds: async (checkoutId) => rowsOf(refunds, (row) => row.checkoutId === checkoutId),
    dueRefunds: async (scope, now, limit) =>
      rowsOf(
        refunds,
        (row) =>
          row.scope === scope &&
          IN_FLIGHT.includes(row.state) &&
          isUnclaimed(row, now) &&
          (row.nextCheckAt ?? 0) <= now,
      )
        .sort((a, b) => (a.nextCheckAt ?? 0) - (b.nextCheckAt ?? 0) || a.seq - b.seq)
        .slice(0, limit),
    noteForeignRefund: async ({ checkoutId, total, before, at, event, message }) => {
      const payment = checkouts.get(checkoutId)
      if (payment === undefined || !isForeignRefund(payment, total, before) || inFlight(checkoutId) !== undefined)
        return 'stale'
      const raised = { to: refundedState(payment, total), at, set: { refundedTotal: total } }
      move(store, { id: payment.id, from: [payment.state], ...raised, event, message })
      return 'moved'
    },
  }
}
