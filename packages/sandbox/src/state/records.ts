/** What the sandbox remembers. Records are mutable and never leave the package; snapshots do. */
import type { ReadCard } from '../scenarios/cards.ts'
import type { Merchant } from '../settings.ts'
import type { WindowRequest } from '../window/request.ts'
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
export interface WindowSession {
  id: string
  merchant: Merchant
  request: WindowRequest
  /** Origin of the page that opened it: where results are posted to. `undefined`: unknown, so anywhere. */
  pageOrigin: string | undefined
  openedAt: number
  /**
   * `busy` while a slow card is being approved: a second submit must not start another. `closable` when the request
   * was refused or a card broke: only closing is left.
   */
  stage: 'open' | 'pin' | 'busy' | 'closable' | 'finished'
  /** Card waiting for the buyer to choose a PIN. */
  card: ReadCard | undefined
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

/** One order number of one merchant. */
export interface PaymentRecord {
  oid: string
  merchant: Merchant
  request: WindowRequest
  status: PaymentStatus
  refundedTotal: number
  /** How often money moved. Anything above 1 is a bug of the sandbox. */
  chargeCount: number
  payerId: string
  card: ReadCard
  authKey: string
  reqKey: string
  txKey: string
  /** When the window was opened: the "payment request". */
  requestedAt: number
  createdAt: number
  paidAt: number | undefined
  tradeNumber: string
  approvalNumber: string
  declineCode: string | undefined
}

/** A registered card. */
export interface BillingKeyRecord {
  payerId: string
  merchant: Merchant
  card: ReadCard
  payerNo: string
  payerName: string
  payerHp: string
  /** `PCD_PAY_ISTAX` at registration. */
  taxed: boolean
  pin: string | undefined
  createdAt: number
}
