/** The rules of refunds as plain functions, shared by all implementations. */
import type { CheckoutRow } from './checkout-row.ts'
import type { RefundChange, RefundDraft, RefundRow, RefundStarted, RefundState } from './refund-row.ts'
import { isPaid } from './transitions.ts'

/** Refunds that may have moved money or still will. One at a time per payment, or their sum could not be checked. */
export const IN_FLIGHT: readonly RefundState[] = ['pending', 'unknown']

const NEXT: Readonly<Record<RefundState, readonly RefundState[]>> = {
  pending: ['pending', 'unknown', 'done', 'failed'],
  unknown: ['unknown', 'done', 'failed'],
  done: [],
  failed: [],
}

/** The row a draft becomes, apart from its `seq`. */
export function newRefund(draft: RefundDraft, payment: CheckoutRow): Omit<RefundRow, 'seq'> {
  return {
    ...draft,
    state: 'pending',
    refundedBefore: payment.refundedTotal,
    failureCode: null,
    gatewayCode: null,
    gatewayId: null,
    sentAt: null,
    checks: 0,
    nextCheckAt: null,
    updatedAt: draft.createdAt,
  }
}

/** Why the payment cannot give that much back; nothing when it can. */
export function refusalOf(payment: CheckoutRow | undefined, draft: RefundDraft): RefundStarted | undefined {
  if (payment === undefined || payment.scope !== draft.scope || !isPaid(payment)) return { kind: 'not-paid' }
  const left = payment.amount - payment.refundedTotal
  return draft.amount > left ? { kind: 'too-much', left } : undefined
}

/** Where a payment stands once so much of it was given back. */
export function refundedState(payment: CheckoutRow, total: number): 'partially_refunded' | 'refunded' {
  return total < payment.amount ? 'partially_refunded' : 'refunded'
}

/** Whether a total the gateway reports means refunds that were not ours. More than was paid is no total to believe. */
export function isForeignRefund(payment: CheckoutRow, total: number, before: number = payment.refundedTotal): boolean {
  return isPaid(payment) && payment.refundedTotal === before && total > payment.refundedTotal && total <= payment.amount
}

/** @throws Error for an amount that is no whole won: a defect of the caller, which checks what a shop sends */
export function assertRefundAmount({ amount }: RefundDraft): void {
  if (!Number.isSafeInteger(amount) || amount < 1)
    throw new Error(`[payple-kit] ledger: a refund of ${amount} is not whole won, 1 or more.`)
}

/** @throws Error for a change that no caller may ask for */
export function assertRefundChange({ from, to, event }: RefundChange): void {
  const illegal = from.find((state) => !NEXT[state].includes(to))
  if (illegal !== undefined)
    throw new Error(`[payple-kit] ledger: ${illegal} → ${to} is not a legal change of a refund.`)
  if (to === 'done' && event === undefined)
    throw new Error('[payple-kit] ledger: a refund that is done changes its payment and needs an event.')
}
