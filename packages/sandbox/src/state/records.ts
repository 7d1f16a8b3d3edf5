/** What the sandbox remembers. Records are mutable and never leave the package; snapshots do. */
import type { ReadAccount } from '../scenarios/accounts.ts'
import type { ReadCard } from '../scenarios/cards.ts'
import type { Merchant } from '../settings.ts'
import type { PaymentRequest } from '../window/request.ts'
import type { Text } from '../window/language.ts'

/** Which follow-up call an `AuthKey` is good for (docs/protocol/domestic.md section 2.2). */
export type Purpose =
  | 'window'
  | 'simple-card'
  | 'simple-transfer'
  | 'regular-card'
  | 'regular-transfer'
  | 'cancel'
  | 'lookup'
  | 'key-delete'
  | 'key-info'
  | 'receipt-issue'
  | 'receipt-cancel'
  | 'link'

/** What a buyer pays with: a card, or an account for `PCD_PAY_TYPE` transfer. */
export type Means = ReadCard | ReadAccount

/** One successful `auth.php` call. */
export interface AuthSession {
  authKey: string
  merchant: Merchant
  purpose: Purpose
  cstToken: string
  custToken: string
  /** Origin of the Referer; `undefined` when the call carried none. */
  refererOrigin: string | undefined
  issuedAt: number
  used: boolean
}

/** One opened payment window. */
export interface WindowSession extends PaymentStart {
  id: string
  /** Origin of the page that opened it: where results are posted to. `undefined`: unknown, so anywhere. */
  pageOrigin: string | undefined
  /**
   * `busy` while a slow card is being approved: a second submit must not start another. `closable` when the request
   * was refused or a card broke: only closing is left.
   */
  stage: 'open' | 'verify' | 'pin' | 'busy' | 'closable' | 'finished'
  /** Card or account waiting for the buyer's consent, or for a PIN to be chosen. */
  means: Means | undefined
  /** The number that the buyer of a transfer is asked for, and since when. */
  verification: { code: string; askedAt: number } | undefined
  /** An error the buyer is shown instead of a form, delivered when it is acknowledged. */
  pendingError: { code: string; message: Text } | undefined
}

/** Where a payment stands. `approving` is internal: money is about to move and nobody else may touch it. */
export type PaymentStatus =
  | 'authenticated'
  | 'approving'
  | 'paid'
  | 'refunded'
  | 'partially_refunded'
  | 'declined'
  | 'expired'

/** Money that was given back. */
export interface Refund {
  /** Whole won. */
  amount: number
  /** Epoch milliseconds. */
  at: number
  /** The merchant's server called, somebody pressed the button of the admin console, or Payple took it back itself. */
  by: 'api' | 'console' | 'payple'
}

/** A cash receipt ("현금영수증") of a transfer (docs/protocol/domestic.md section 7.1). */
export interface Receipt {
  /** `PCD_TAXSAVE_MGTNUM`. */
  managementNumber: string
  /** Whole won. */
  amount: number
  /** Income deduction of a person, or proof of expense of a company. */
  use: 'personal' | 'company'
  /** Epoch milliseconds. */
  issuedAt: number
  cancelled: boolean
}

/** What a payment needs before there is one: whose it is, what was asked for, and when. */
export interface PaymentStart {
  merchant: Merchant
  request: PaymentRequest
  /** When the window was opened or the call arrived: the "payment request". */
  openedAt: number
  /** How the order came in. */
  channel: Channel
}

/** A window on the shop's page, a charge of a billing key by the shop's server, or a link. */
type Channel = 'window' | 'recurring' | 'link'

/** One order number of one merchant. */
export interface PaymentRecord {
  oid: string
  merchant: Merchant
  request: PaymentRequest
  channel: Channel
  status: PaymentStatus
  refundedTotal: number
  /** Oldest first. */
  refunds: Refund[]
  /** How often money moved. Anything above 1 is a bug of the sandbox. */
  chargeCount: number
  payerId: string
  means: Means
  authKey: string
  reqKey: string
  txKey: string
  /** When the window was opened or the call arrived: the "payment request". */
  requestedAt: number
  createdAt: number
  paidAt: number | undefined
  tradeNumber: string
  approvalNumber: string
  /** `PCD_PAY_CARDRECEIPT`. */
  slipUrl: string
  declineCode: string | undefined
  /** The newest cash receipt; `undefined` when none was ever issued. */
  receipt: Receipt | undefined
}

/** A registered card or account. */
export interface BillingKeyRecord {
  payerId: string
  merchant: Merchant
  means: Means
  payerNo: string
  payerName: string
  payerHp: string
  /** `PCD_PAY_ISTAX` at registration. */
  taxed: boolean
  pin: string | undefined
  /** Made by a CERT that is not confirmed yet, in a sandbox where that does not count. */
  provisional: boolean
  createdAt: number
}
