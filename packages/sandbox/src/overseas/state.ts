/** What the sandbox remembers of the overseas product. */
import type { OverseasAccount } from './options.ts'

/** One issued token. */
export interface OverseasToken {
  account: OverseasAccount
  issuedAt: number
  used: boolean
}

/** Money given back. */
export interface OverseasCancel {
  /** `api_id` of the cancel, 15 digits as in the seed. */
  apiId: string
  /** Smallest unit. */
  amount: number
  at: number
  by: 'api' | 'console'
}

/** What a payment was asked for with; texts as they were sent. */
export interface OverseasOrder {
  account: OverseasAccount
  oid: string
  goods: string
  /** As it was sent, and in the smallest unit. */
  totalAmount: string
  amount: number
  currency: 'USD' | 'KRW'
  firstName: string
  lastName: string
  email: string
  phoneNumber: string
  resultUrl: string
  serviceDefine: string
}

/** A payment that was charged. */
export interface OverseasPayment extends OverseasOrder {
  /** 22 digits (docs/protocol/overseas.md section 4.2). */
  apiId: string
  billingKey: string
  /** `1234-****-****-7890`. */
  cardNumber: string
  channel: 'window' | 'billing-key'
  paidAt: number
  cancels: OverseasCancel[]
}

/** A billing key: the by-product of a payment (section 5.1). */
export interface OverseasKey {
  billingKey: string
  account: OverseasAccount
  cardNumber: string
  firstName: string
  lastName: string
  email: string
  /** Switched off by `control.revokeOverseasKey`. */
  revoked: boolean
}

/** One opened window. */
export interface OverseasWindow {
  id: string
  token: string
  order: OverseasOrder
  direct: boolean
  stage: 'open' | 'busy' | 'finished'
}

/** The maps behind the overseas routes. */
export interface OverseasStore {
  tokens: Map<string, OverseasToken>
  windows: Map<string, OverseasWindow>
  /** By `api_id`, oldest first. An order number may occur twice. */
  payments: Map<string, OverseasPayment>
  keys: Map<string, OverseasKey>
}

export function createOverseasStore(): OverseasStore {
  return { tokens: new Map(), windows: new Map(), payments: new Map(), keys: new Map() }
}

/** The newest payment of an order number (8.2: lookup by a duplicate one). */
export function newestOf(
  { payments }: OverseasStore,
  account: OverseasAccount,
  oid: string,
): OverseasPayment | undefined {
  return [...payments.values()].findLast((payment) => payment.account === account && payment.oid === oid)
}

/** What is left to give back, in the smallest unit. */
export function leftOf({ amount, cancels }: OverseasPayment): number {
  return cancels.reduce((left, cancel) => left - cancel.amount, amount)
}
