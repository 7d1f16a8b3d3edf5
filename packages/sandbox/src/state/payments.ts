/** The only code that moves money, registers cards or uses an order number up. All of it is synchronous on purpose. */
import { kstTime } from '../wire/kst.ts'
import { digits, longToken, shortToken } from '../wire/tokens.ts'
import type { Merchant } from '../settings.ts'
import type { World } from '../world.ts'
import type { ReadCard } from '../scenarios/cards.ts'
import type { BillingKeyRecord, PaymentRecord, PaymentStatus, WindowSession } from './records.ts'
import { within } from './store.ts'

/** The payment of an order number, whatever became of it. */
export function findPayment(world: World, session: WindowSession): PaymentRecord | undefined {
  return world.store.payments.get(within(session.merchant, session.request.oid))
}

/**
 * The billing key of a card, made on first use. A partner that registers the same card again gets the same key
 * (docs/protocol/domestic.md section 3.9).
 */
export function registerCard(
  world: World,
  session: WindowSession,
  card: ReadCard,
  pin: string | undefined,
): { key: BillingKeyRecord; existed: boolean } {
  const { store, settings } = world
  const index = within(session.merchant, card.number)
  const known = store.billingKeysByCard.get(index)
  if (known !== undefined) {
    known.pin = pin ?? known.pin
    return { key: known, existed: true }
  }
  const { fields } = session.request
  const key: BillingKeyRecord = {
    payerId: shortToken(settings.random),
    merchant: session.merchant,
    card,
    payerNo: fields.get('PCD_PAYER_NO') ?? '',
    payerName: fields.get('PCD_PAYER_NAME') ?? '',
    payerHp: fields.get('PCD_PAYER_HP') ?? '',
    taxed: fields.get('PCD_PAY_ISTAX') !== 'N',
    pin,
    createdAt: settings.now(),
  }
  store.billingKeys.set(within(session.merchant, key.payerId), key)
  store.billingKeysByCard.set(index, key)
  return { key, existed: false }
}

/** A partner's billing key, unless it was never made or has been deleted. */
export function findBillingKey(world: World, merchant: Merchant, payerId: string): BillingKeyRecord | undefined {
  return world.store.billingKeys.get(within(merchant, payerId))
}

/** Unregisters a card. Registering it again makes another key. */
export function forgetBillingKey({ store }: World, { merchant, payerId, card }: BillingKeyRecord): void {
  store.billingKeys.delete(within(merchant, payerId))
  store.billingKeysByCard.delete(within(merchant, card.number))
}

/** Uses the order number up. The caller has checked that it is free. */
export function createPayment(
  world: World,
  session: WindowSession,
  card: ReadCard,
  payerId: string,
  status: PaymentStatus,
): PaymentRecord {
  const { store, settings } = world
  const payment: PaymentRecord = {
    oid: session.request.oid,
    merchant: session.merchant,
    request: session.request,
    status,
    refundedTotal: 0,
    chargeCount: 0,
    payerId,
    card,
    authKey: longToken(settings.random),
    reqKey: shortToken(settings.random),
    txKey: shortToken(settings.random),
    requestedAt: session.openedAt,
    createdAt: settings.now(),
    paidAt: undefined,
    tradeNumber: '',
    approvalNumber: '',
    declineCode: undefined,
  }
  store.payments.set(within(payment.merchant, payment.oid), payment)
  store.paymentsByReqKey.set(payment.reqKey, payment)
  return payment
}

/** Moves the money. Throws when it already moved, so that a mistake of the sandbox cannot pass unseen. */
export function charge(world: World, payment: PaymentRecord): void {
  if (payment.chargeCount > 0) throw new Error(`[payple-sandbox] ${payment.oid} would be charged twice.`)
  const { now, random } = world.settings
  payment.chargeCount += 1
  payment.status = 'paid'
  payment.paidAt = now()
  payment.tradeNumber = kstTime(payment.paidAt) + digits(random, 10)
  payment.approvalNumber = digits(random, 8)
  const guard = monthlyGuard(payment.request.fields, payment.payerId)
  if (guard !== undefined) world.store.monthlyCharges.add(within(payment.merchant, guard))
}

/** Refuses the payment for good. The order number stays used. */
export function decline(payment: PaymentRecord, code: string): void {
  payment.status = 'declined'
  payment.declineCode = code
}

/** Whether the once-a-month guard forbids a charge (docs/protocol/domestic.md section 6.1). */
export function isGuarded(world: World, session: WindowSession, payerId: string): boolean {
  const guard = monthlyGuard(session.request.fields, payerId)
  return guard !== undefined && world.store.monthlyCharges.has(within(session.merchant, guard))
}

function monthlyGuard(fields: ReadonlyMap<string, string>, payerId: string): string | undefined {
  if (fields.get('PCD_REGULER_FLAG') !== 'Y') return undefined
  return [payerId, fields.get('PCD_PAY_YEAR'), fields.get('PCD_PAY_MONTH')].join('/')
}
