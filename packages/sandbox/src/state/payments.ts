/** The only code that moves money or uses an order number up. All of it is synchronous on purpose. */
import { isMonthTaken } from '../scenarios/strike.ts'
import { kstTime } from '../wire/kst.ts'
import { digits, hexId, longToken, shortToken } from '../wire/tokens.ts'
import type { World } from '../world.ts'
import type { Means, PaymentRecord, PaymentStart, PaymentStatus, Refund } from './records.ts'
import { within } from './store.ts'

/** The payment of an order number, whatever became of it. */
export function findPayment(world: World, start: PaymentStart): PaymentRecord | undefined {
  return world.store.payments.get(within(start.merchant, start.request.oid))
}

/** An order number for a payment that came without one. Each way in has its own prefix. */
export function makeOrderNumber({ settings }: World, prefix: string): string {
  return `${prefix}${kstTime(settings.now())}${hexId(settings.random).slice(0, 8)}`
}

/** Uses the order number up. The caller has checked that it is free. */
export function createPayment(
  world: World,
  start: PaymentStart,
  means: Means,
  payerId: string,
  status: PaymentStatus,
): PaymentRecord {
  const { store, settings } = world
  const payment: PaymentRecord = {
    oid: start.request.oid,
    merchant: start.merchant,
    request: start.request,
    channel: start.channel,
    status,
    refundedTotal: 0,
    refunds: [],
    chargeCount: 0,
    payerId,
    means,
    authKey: longToken(settings.random),
    reqKey: shortToken(settings.random),
    txKey: shortToken(settings.random),
    requestedAt: start.openedAt,
    createdAt: settings.now(),
    paidAt: undefined,
    tradeNumber: '',
    approvalNumber: '',
    slipUrl: '',
    declineCode: undefined,
    receipt: undefined,
  }
  store.payments.set(within(payment.merchant, payment.oid), payment)
  store.paymentsByReqKey.set(payment.reqKey, payment)
  return payment
}

/** Moves the money. Throws when it already moved, so that a mistake of the sandbox cannot pass unseen. */
export function charge(world: World, payment: PaymentRecord): void {
  if (payment.chargeCount > 0) throw new Error(`[payple-sandbox] ${payment.oid} would be charged twice.`)
  const { now, random, receiptBase } = world.settings
  payment.chargeCount += 1
  payment.status = 'paid'
  payment.paidAt = now()
  payment.tradeNumber = kstTime(payment.paidAt) + digits(random, 10)
  payment.approvalNumber = digits(random, 8)
  // The query is that of the documents' examples; the data is the sandbox's own.
  payment.slipUrl = `${receiptBase}?dataType=receipt&cpid=9810030929&data=${payment.tradeNumber}`
}

/** Gives money back. The caller has checked that so much is left. */
export function giveBack(world: World, payment: PaymentRecord, amount: number, by: Refund['by']): void {
  const left = payment.request.total - payment.refundedTotal
  if (payment.chargeCount === 0 || amount > left) {
    throw new Error(`[payple-sandbox] ${payment.oid} would be refunded ${amount} of ${left} won.`)
  }
  payment.refunds.push({ amount, at: world.settings.now(), by })
  payment.refundedTotal += amount
  payment.status = amount === left ? 'refunded' : 'partially_refunded'
}

/** What Payple does when an approval turns out to be wrong: all of it goes back (SPCD1003, RPCD1003, CPCA0011). */
export function takeBack(world: World, payment: PaymentRecord): boolean {
  if (payment.status !== 'paid') return false
  giveBack(world, payment, payment.request.total, 'payple')
  // The buyer is asked to try again, so the month has to be free.
  const guard = monthlyGuard(payment.request.fields, payment.payerId)
  if (guard !== undefined) world.store.monthlyCharges.delete(within(payment.merchant, guard))
  return true
}

/** Refuses the payment for good. The order number stays used. */
export function decline(payment: PaymentRecord, code: string): void {
  payment.status = 'declined'
  payment.declineCode = code
}

/** Whether the once-a-month guard forbids a charge (docs/protocol/domestic.md section 6.1). */
export function isGuarded(world: World, start: PaymentStart, payerId: string): boolean {
  const guard = monthlyGuard(start.request.fields, payerId)
  if (guard === undefined) return false
  return world.store.monthlyCharges.has(within(start.merchant, guard)) || isMonthTaken(world, start.request.oid)
}

/** Takes the month, before anything is waited for. Returns `false` when another payment has it. */
export function claimMonth({ store }: World, payment: PaymentRecord): boolean {
  const guard = monthlyGuard(payment.request.fields, payment.payerId)
  if (guard === undefined) return true
  const claim = within(payment.merchant, guard)
  if (store.monthlyCharges.has(claim)) return false
  store.monthlyCharges.add(claim)
  return true
}

function monthlyGuard(fields: ReadonlyMap<string, string>, payerId: string): string | undefined {
  if (fields.get('PCD_REGULER_FLAG') !== 'Y') return undefined
  return [payerId, fields.get('PCD_PAY_YEAR'), fields.get('PCD_PAY_MONTH')].join('/')
}
