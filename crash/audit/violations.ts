/** The promises, each as a comparison of what the gateway did, what the ledger says and what people were told. */
import { decimalOf, isOverseas } from '@payple-kit/core'
import type { CheckoutState } from '@payple-kit/server'

import { isLegal } from '../../packages/server/src/ledger/transitions.ts'
import type { GatewayPayment } from '../processes/gateway-client.ts'
import { deliveryViolations } from './deliveries.ts'
import type { Attempt, Evidence } from './evidence.ts'
import type { Violation } from './violation.ts'
import { isDoubt, isPaid, moneyMoved, moneyKept } from './words.ts'

/** Every promise that the evidence shows broken. */
export function violations(evidence: Evidence): readonly Violation[] {
  const byOid = new Map(evidence.attempts.map((attempt) => [attempt.row.oid, attempt]))
  return [
    ...evidence.payments.flatMap((payment) => atGateway(payment, byOid.get(payment.oid))),
    ...evidence.attempts.flatMap((attempt) => inLedger(attempt, evidence)),
    ...twice(evidence),
    ...told(evidence),
    ...deliveryViolations(evidence),
  ]
}

/** Money at the gateway: known, once, and to the won. */
function atGateway(payment: GatewayPayment, attempt: Attempt | undefined): Violation[] {
  if (attempt === undefined)
    return moneyMoved(payment) ? [{ orderId: payment.oid, what: 'charged under a number that no ledger row has' }] : []
  const { row } = attempt
  const found: string[] = []
  if (payment.chargeCount > 1) found.push(`charged ${payment.chargeCount} times`)
  if (moneyKept(payment) && !isPaid(row)) found.push(`paid at the gateway, ${row.state} in the ledger`)
  if (moneyKept(payment) && isPaid(row) && payment.total !== row.amount)
    found.push(`${payment.total} won charged, ${row.amount} won in the ledger`)
  if (
    isPaid(row) &&
    payment.refundedTotal !== row.refundedTotal &&
    !attempt.refunds.some(({ state }) => state === 'unknown')
  )
    found.push(`${payment.refundedTotal} won given back at the gateway, ${row.refundedTotal} in the ledger`)
  return found.map((what) => ({ orderId: row.orderId, what }))
}

/** Of an overseas cancel only its message tells (docs/protocol/overseas.md 5.4), and every try of it may have met a dead companion. */
function wasTold(oid: string, amount: number, events: Evidence['gatewayEvents']): boolean {
  return events.some(
    (event) =>
      event.type === 'webhook.delivered' &&
      event.oid === oid &&
      event.note?.includes('overseas-cancel') === true &&
      event.response?.['totalAmount'] === decimalOf(amount, 'USD'),
  )
}

/** A row in the ledger: paid only with a charge behind it, in doubt only without one, and with a legal past. */
function inLedger({ row, events, refunds }: Attempt, { payments, gatewayEvents }: Evidence): Violation[] {
  const payment = payments.find(({ oid }) => oid === row.oid)
  const found: string[] = []
  if (isPaid(row) && (payment === undefined || !moneyMoved(payment))) found.push('paid in the ledger, never charged')
  if (isDoubt(row) && payment !== undefined && moneyMoved(payment))
    found.push('in doubt, but the gateway shows a charge')
  const shown = payment?.refundedTotal ?? 0
  for (const refund of refunds) {
    if (refund.state === 'pending') found.push('a refund that nobody carries on')
    // A larger total may hold a console refund beside ours or instead of it: those rightly wait for a person.
    const visible = !isOverseas(row.method) || wasTold(row.oid, refund.amount, gatewayEvents)
    if (refund.state === 'unknown' && visible && shown === refund.refundedBefore + refund.amount)
      found.push('a refund in doubt, but the gateway shows it')
  }
  const done = refunds.filter(({ state }) => state === 'done').reduce((sum, { amount }) => sum + amount, 0)
  if (done > row.refundedTotal || row.refundedTotal > row.amount) found.push('refunds that do not add up')
  let state: CheckoutState | null = null
  for (const event of events) {
    if (event.from !== state || (event.from !== null && !isLegal(event.from, event.to)))
      found.push(`an event from ${event.from} to ${event.to}, after ${state}`)
    state = event.to
  }
  if (state !== row.state) found.push(`the history ends in ${state}, the row is ${row.state}`)
  return found.map((what) => ({ orderId: row.orderId, what }))
}

/** At most one charge of an order is kept. */
function twice({ attempts, payments }: Evidence): Violation[] {
  const orderOf = new Map(attempts.map(({ row }) => [row.oid, row.orderId]))
  const kept = new Map<string, number>()
  for (const payment of payments) {
    const orderId = orderOf.get(payment.oid)
    if (orderId !== undefined && moneyKept(payment)) kept.set(orderId, (kept.get(orderId) ?? 0) + 1)
  }
  return [...kept]
    .filter(([, count]) => count > 1)
    .map(([orderId, count]) => ({ orderId, what: `${count} charges kept` }))
}

/** Nobody who asked honestly was told "failed" or "canceled" about an attempt that ended paid, or anything else after "paid". */
function told({ attempts, diary }: Evidence): Violation[] {
  const paid = new Set(attempts.filter(({ row }) => isPaid(row)).map(({ row }) => row.id))
  const found: Violation[] = []
  const heardPaid = new Set<string>()
  for (const { who, what, heard, checkoutId, orderId } of diary) {
    if (checkoutId === undefined || who !== 'buyer') continue
    if (paid.has(checkoutId) && /^(failed|canceled)/.test(heard))
      found.push({ orderId, what: `told "${heard}" (${what}), but it is paid` })
    if (heardPaid.has(checkoutId) && /^(failed|canceled|unknown)/.test(heard))
      found.push({ orderId, what: `told "paid", then "${heard}"` })
    if (heard === 'paid') heardPaid.add(checkoutId)
  }
  return found
}
