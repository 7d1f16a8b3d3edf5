/** Payments and billing keys as a test sees them: masked, and frozen at the moment they were asked for. */
import { maskAccount } from '../scenarios/accounts.ts'
import { maskCard } from '../scenarios/cards.ts'
import type { BillingKeyRecord, Means, PaymentRecord } from '../state/records.ts'
import type { World } from '../world.ts'

/** A payment as a test sees it. A snapshot: it does not change afterwards. */
export interface SandboxPayment {
  oid: string
  cstId: string
  /** `PCD_PAY_TYPE`. */
  type: 'card' | 'transfer'
  /** A payment window, a charge of a billing key by the server, or a link. */
  channel: 'window' | 'recurring' | 'link'
  /** `authenticated`: CERT that waits for its confirm, also while an approval is under way, or AUTH. */
  status: 'authenticated' | 'paid' | 'refunded' | 'partially_refunded' | 'declined' | 'expired'
  /** Whole won. */
  total: number
  /** Whole won given back so far. */
  refundedTotal: number
  /** Every refund, oldest first. `by`: the merchant's server, the console, or Payple on its own (SPCD1003). */
  refunds: readonly { amount: number; at: number; by: 'api' | 'console' | 'payple' }[]
  /** How often money moved. Never above 1. */
  chargeCount: number
  goods: string
  /** Billing key, or `''` for an app card. */
  payerId: string
  /** Issuer of a card, bank of an account. */
  cardName: string
  /** Masked, for example `4242********4242` or, of an account, `110-******-789`. */
  cardNumber: string
  work: 'AUTH' | 'CERT' | 'PAY'
  cardVersion: '01' | '02'
  /** Epoch milliseconds at which the card was authenticated. */
  createdAt: number
  /** Epoch milliseconds at which money moved. */
  paidAt?: number
  /** `PCD_PAY_CARDTRADENUM`, once money moved. */
  tradeNumber?: string
  /** Institution code of the refusal. */
  declineCode?: string
  /** Cash receipt of a transfer, once one was issued. `amount` in won. */
  receipt?: {
    managementNumber: string
    amount: number
    use: 'personal' | 'company'
    issuedAt: number
    cancelled: boolean
  }
}

/** A registered card or account as a test sees it. */
export interface SandboxBillingKey {
  /** `PCD_PAYER_ID`. */
  payerId: string
  cstId: string
  type: 'card' | 'transfer'
  /** Issuer of a card, bank of an account. */
  cardName: string
  /** Masked. */
  cardNumber: string
  /** The merchant's member number at registration. */
  payerNo: string
  payerName: string
  /** A payment PIN was chosen. */
  hasPin: boolean
  /** Epoch milliseconds. */
  createdAt: number
}

/** A payment as it stands now. */
export function paymentSnapshot({ settings }: World, payment: PaymentRecord): SandboxPayment {
  return snapshotOf(payment, settings.now() - payment.createdAt > settings.confirmWindowMs)
}

/** A CERT payment that nobody confirmed in time is expired, even before a late confirm finds out. */
function statusOf(payment: PaymentRecord, late: boolean): SandboxPayment['status'] {
  if (payment.status === 'approving') return 'authenticated'
  return payment.status === 'authenticated' && payment.request.work === 'CERT' && late ? 'expired' : payment.status
}

/** A card or an account, masked. */
function describeMeans(means: Means): Pick<SandboxBillingKey, 'type' | 'cardName' | 'cardNumber'> {
  return means.type === 'card'
    ? { type: 'card', cardName: means.name, cardNumber: maskCard(means.number) }
    : { type: 'transfer', cardName: means.bankName, cardNumber: maskAccount(means.number) }
}

function snapshotOf(payment: PaymentRecord, late: boolean): SandboxPayment {
  const snapshot: SandboxPayment = {
    oid: payment.oid,
    cstId: payment.merchant.cstId,
    channel: payment.channel,
    status: statusOf(payment, late),
    total: payment.request.total,
    refundedTotal: payment.refundedTotal,
    refunds: payment.refunds.map((refund) => ({ ...refund })),
    chargeCount: payment.chargeCount,
    goods: payment.request.goods,
    payerId: payment.payerId,
    ...describeMeans(payment.means),
    work: payment.request.work,
    cardVersion: payment.request.cardVersion,
    createdAt: payment.createdAt,
  }
  if (payment.paidAt !== undefined) {
    snapshot.paidAt = payment.paidAt
    snapshot.tradeNumber = payment.tradeNumber
  }
  if (payment.receipt !== undefined) snapshot.receipt = { ...payment.receipt }
  if (payment.declineCode !== undefined) snapshot.declineCode = payment.declineCode
  return Object.freeze(snapshot)
}

/** A billing key as it stands now. */
export function keySnapshot(key: BillingKeyRecord): SandboxBillingKey {
  return Object.freeze({
    payerId: key.payerId,
    cstId: key.merchant.cstId,
    ...describeMeans(key.means),
    payerNo: key.payerNo,
    payerName: key.payerName,
    hasPin: key.pin !== undefined,
    createdAt: key.createdAt,
  })
}
