/** Looking into a sandbox and making trouble in it, from a test. */
import type { Fault } from './scenarios/faults.ts'
import { maskAccount } from './scenarios/accounts.ts'
import { maskCard } from './scenarios/cards.ts'
import type { BillingKeyRecord, Means, PaymentRecord } from './state/records.ts'
import { clearStore } from './state/store.ts'
import type { World } from './world.ts'

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

/** The levers of a sandbox. */
export interface SandboxControl {
  /** Every payment, oldest first. */
  payments(): readonly SandboxPayment[]
  /** The payment of an order number; with several merchants, the first that has it. */
  payment(oid: string): SandboxPayment | undefined
  /** Every registered card, oldest first. */
  billingKeys(): readonly SandboxBillingKey[]
  /** Scripts trouble for coming calls. Throws a `TypeError` for a fault that could never strike. */
  fault(fault: Fault): void
  /** Forgets faults that have not struck yet. */
  clearFaults(): void
  /** Forgets everything: payments, cards, tokens, faults and events. */
  reset(): void
}

/** The levers of one world. */
export function createControl(world: World): SandboxControl {
  const { store, settings, faults, events } = world
  const snapshot = (payment: PaymentRecord): SandboxPayment => {
    const late = settings.now() - payment.createdAt > settings.confirmWindowMs
    return snapshotOf(payment, late)
  }
  return {
    payments: () => [...store.payments.values()].map(snapshot),
    payment(oid) {
      for (const merchant of settings.merchants) {
        const payment = store.payments.get(`${merchant.cstId}\n${oid}`)
        if (payment !== undefined) return snapshot(payment)
      }
      return undefined
    },
    billingKeys: () => [...store.billingKeys.values()].map(keySnapshot),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    reset() {
      clearStore(store)
      faults.clear()
      events.clear()
    },
  }
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
  if (payment.declineCode !== undefined) snapshot.declineCode = payment.declineCode
  return Object.freeze(snapshot)
}

function keySnapshot(key: BillingKeyRecord): SandboxBillingKey {
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
