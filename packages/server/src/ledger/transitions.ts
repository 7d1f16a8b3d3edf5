import type { CheckoutRow, CheckoutState } from './checkout-row.ts'

/**
 * Every legal change of state. The ledger refuses anything else, whatever its caller believes.
 *
 * `canceled → approving` is the buyer who closed the window and paid in it after all. `declined` and `expired` may only be
 * left by `PAY` attempts: there money moves in the window, whatever the browser said before.
 */
const NEXT: Readonly<Record<CheckoutState, readonly CheckoutState[]>> = {
  created: ['opened', 'approving', 'declined', 'canceled', 'expired', 'registered', 'unknown'],
  opened: ['approving', 'declined', 'canceled', 'expired', 'registered', 'unknown'],
  approving: ['paid', 'declined', 'unknown', 'mismatch_voided'],
  unknown: ['paid', 'declined', 'mismatch_voided'],
  canceled: ['approving', 'registered', 'unknown'],
  declined: ['approving', 'unknown'],
  expired: ['approving', 'unknown'],
  paid: ['partially_refunded', 'refunded'],
  partially_refunded: ['refunded'],
  refunded: [],
  mismatch_voided: [],
  registered: [],
}

/** Every state there is. */
export const ALL_STATES: readonly CheckoutState[] = Object.keys(NEXT) as CheckoutState[]

/** States of a payment whose money has moved and was not wrong. */
const PAID_STATES: readonly CheckoutState[] = ['paid', 'partially_refunded', 'refunded']

/** States of an attempt nobody knows the end of. */
export const DOUBT_STATES: readonly CheckoutState[] = ['approving', 'unknown']

/**
 * States that hold the one place an order has for a payment. A refunded order keeps it: paying it again would be a second
 * charge of one order, which is for the shop to ask for with a new order.
 */
const LIVE_STATES: readonly CheckoutState[] = [...DOUBT_STATES, ...PAID_STATES]

/** States in which the window may still be opened. */
export const OPEN_STATES: readonly CheckoutState[] = ['created', 'opened']

/** States of a `PAY` attempt that may hide a charge nobody told us about; looked up while `nextCheckAt` says so. */
export const SILENT_STATES: readonly CheckoutState[] = ['created', 'opened', 'canceled', 'declined', 'expired']

/** Whether `from → to` may happen; staying in a state is no transition and always allowed. */
export function isLegal(from: CheckoutState, to: CheckoutState): boolean {
  return from === to || NEXT[from].includes(to)
}

/** Whether nothing but a refund can change the row any more. */
export function isSettled(row: Pick<CheckoutRow, 'state'>): boolean {
  return NEXT[row.state].length === 0 || isPaid(row)
}

/** Whether the row is a payment that was taken, whatever was refunded since. */
export function isPaid(row: Pick<CheckoutRow, 'state'>): boolean {
  return PAID_STATES.includes(row.state)
}

/** Whether a row holds its order's place. A second charge that is on its way back does not. */
export function isLive(row: Pick<CheckoutRow, 'state' | 'voidReason'>): boolean {
  return LIVE_STATES.includes(row.state) && row.voidReason !== 'duplicate'
}

/** The states a change may start from: the page may report the window as opened while its result is on the way. */
export function fromOf(row: Pick<CheckoutRow, 'state'>): readonly CheckoutState[] {
  return OPEN_STATES.includes(row.state) ? OPEN_STATES : [row.state]
}
