import type { CheckoutOutcome } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { refOf } from '../billing-keys/ref-of.ts'
import { serverError } from '../errors.ts'
import type { ServerErrorCode } from '../errors.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import { isPayment } from '../ledger/rules.ts'
import { isLive, isPaid } from '../ledger/transitions.ts'
import { isUnanswered } from './look-into.ts'
import { paymentOf } from './payment-of.ts'

/**
 * What the buyer may be told about an attempt. When another attempt of the order holds its place, that one is the answer:
 * an order that is paid, or may be, is never shown as failed because of a second tab.
 *
 * @returns `undefined` while nothing is known to have happened
 */
export async function outcomeOf(context: Context, row: CheckoutRow): Promise<CheckoutOutcome | undefined> {
  if (!isPayment(row)) return registrationOf(context, row)
  if (isLive(row)) return liveOutcome(row)
  const attempts = await context.settings.ledger.attempts(row.scope, row.orderId)
  const holder = attempts.find((other) => isPayment(other) && isLive(other))
  return holder === undefined ? ownOutcome(row) : liveOutcome(holder)
}

function liveOutcome(row: CheckoutRow): CheckoutOutcome {
  if (isPaid(row)) return { status: 'paid', payment: paymentOf(row) }
  return { status: 'unknown', checkoutId: row.id }
}

function ownOutcome(row: CheckoutRow): CheckoutOutcome | undefined {
  if (isOver(row) && isUnanswered(row)) return { status: 'unknown', checkoutId: row.id }
  switch (row.state) {
    case 'canceled':
      return { status: 'canceled' }
    case 'expired':
      return { status: 'failed', error: serverError('CHECKOUT_EXPIRED') }
    case 'declined':
    case 'mismatch_voided':
      return { status: 'failed', error: failureOf(row) }
    case 'unknown':
    case 'approving':
      return { status: 'unknown', checkoutId: row.id }
    default:
      return undefined
  }
}

/** Whether the attempt is over as far as the browser or a newer attempt says. */
function isOver({ state }: CheckoutRow): boolean {
  return state === 'canceled' || state === 'declined' || state === 'expired'
}

function failureOf(row: CheckoutRow): ReturnType<typeof serverError> {
  const code = (row.failureCode ?? 'PAYMENT_DECLINED') as ServerErrorCode
  return serverError(code, { gatewayCode: row.gatewayCode ?? undefined, field: row.failureField ?? undefined })
}

async function registrationOf({ settings }: Context, row: CheckoutRow): Promise<CheckoutOutcome | undefined> {
  if (row.state !== 'registered' || row.billingKeyId === null) return ownOutcome(row)
  const key = await settings.ledger.billingKey(row.billingKeyId)
  return { status: 'registered', billingKey: key === undefined ? { id: row.billingKeyId } : refOf(key) }
}
