/** What a refund needs, whoever asks for it (docs/protocol/domestic.md sections 1.4, 6.2 and 11.2 U10). */
import type { World } from '../world.ts'
import { giveBack } from './payments.ts'
import { cancelReceipt } from './receipts.ts'
import type { PaymentRecord, Refund } from './records.ts'

/** Why money cannot be given back. */
export type RefundProblem = 'nothing-left' | 'no-amount' | 'too-much' | 'no-parts'

/** What a refund did to the cash receipt of a transfer; `none` when there was no receipt, or part of it still stands. */
export type ReceiptOutcome = 'none' | 'cancelled' | 'stuck'

/** The first reason to refuse, or `undefined`. `amount` is whole won. */
export function refundProblem(payment: PaymentRecord, amount: number): RefundProblem | undefined {
  const { merchant, request, refundedTotal, paidAt } = payment
  const left = request.total - refundedTotal
  if (paidAt === undefined || left === 0) return 'nothing-left'
  if (!Number.isSafeInteger(amount) || amount <= 0) return 'no-amount'
  if (amount > left) return 'too-much'
  // Only full cancels work on the test account (section 1.4).
  return merchant.test && amount < request.total ? 'no-parts' : undefined
}

/** Gives money back and, once all of it is back, cancels the cash receipt. */
export function refund(world: World, payment: PaymentRecord, amount: number, by: Refund['by']): ReceiptOutcome {
  giveBack(world, payment, amount, by)
  const { receipt, status } = payment
  if (status !== 'refunded' || receipt === undefined || receipt.cancelled) return 'none'
  return cancelReceipt(world, payment) ? 'cancelled' : 'stuck'
}
