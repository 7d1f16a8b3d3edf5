/** Looking into the overseas product, and its console, from a test. */
import type { World } from '../world.ts'
import { smallestUnit } from './amounts.ts'
import { cancel } from './payments.ts'
import { leftOf, type OverseasPayment } from './state.ts'

/** An overseas payment as a test sees it. A snapshot. */
export interface SandboxOverseasPayment {
  apiId: string
  oid: string
  serviceId: string
  goods: string
  /** As it was sent. */
  totalAmount: string
  currency: 'USD' | 'KRW'
  /** Smallest unit: cents, won. */
  amount: number
  /** Smallest unit given back so far. */
  cancelled: number
  cancels: readonly { apiId: string; amount: number; at: number; by: 'api' | 'console' }[]
  channel: 'window' | 'billing-key'
  billingKey: string
  /** Masked. */
  cardNumber: string
  /** Epoch milliseconds. */
  paidAt: number
}

/** Levers of the overseas product. */
export interface OverseasControl {
  /** Every overseas payment, oldest first. */
  overseasPayments(): readonly SandboxOverseasPayment[]
  /** The newest payment of an order number. */
  overseasPayment(oid: string): SandboxOverseasPayment | undefined
  /**
   * Cancels by hand in the partner console; the merchant's server hears of it by webhook (docs/protocol/overseas.md section 6.2).
   *
   * @param amount text such as `0.10`, default everything that is left. Throws a `RangeError` when it cannot be given back
   */
  cancelOverseasFromConsole(oid: string, amount?: string): SandboxOverseasPayment
  /** Makes a billing key stop working. The sandbox's own: Payple documents no such thing. Throws a `RangeError` for an unknown one. */
  revokeOverseasKey(billingKey: string): void
}

export function createOverseasControl(world: World): OverseasControl {
  const newest = (oid: string): OverseasPayment | undefined =>
    [...world.overseas.payments.values()].findLast((payment) => payment.oid === oid)
  return {
    overseasPayments: () => [...world.overseas.payments.values()].map(snapshotOf),
    overseasPayment(oid) {
      const payment = newest(oid)
      return payment && snapshotOf(payment)
    },
    cancelOverseasFromConsole(oid, text) {
      const payment = newest(oid)
      if (payment === undefined) throw new RangeError(`[payple-sandbox] console: there is no overseas payment ${oid}.`)
      const left = leftOf(payment)
      const amount = text === undefined ? left : smallestUnit(text, payment.currency)
      if (amount === undefined || amount === 0 || amount > left)
        throw new RangeError(`[payple-sandbox] console: ${oid}: so much is not left.`)
      cancel(world, payment, amount, 'console', { resultUrl: '', serviceDefine: '' })
      return snapshotOf(payment)
    },
    revokeOverseasKey(billingKey) {
      const key = world.overseas.keys.get(billingKey)
      if (key === undefined) throw new RangeError('[payple-sandbox] revokeOverseasKey: there is no such key.')
      key.revoked = true
    },
  }
}

function snapshotOf(payment: OverseasPayment): SandboxOverseasPayment {
  const {
    apiId,
    oid,
    account,
    goods,
    totalAmount,
    currency,
    amount,
    cancels,
    channel,
    billingKey,
    cardNumber,
    paidAt,
  } = payment
  return Object.freeze({
    apiId,
    oid,
    serviceId: account.serviceId,
    goods,
    totalAmount,
    currency,
    amount,
    cancelled: amount - leftOf(payment),
    cancels: cancels.map((each) => ({ ...each })),
    channel,
    billingKey,
    cardNumber,
    paidAt,
  })
}
