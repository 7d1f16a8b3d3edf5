import type { Currency } from '../currency.ts'
import type { MonthlyGuard, UserDefined } from './builders/options.ts'
import type { CashReceiptResult } from './cash-receipt.ts'

/** A result in plain English. Unverified unless it came from the gateway's own answer to our call. */
export interface PaymentResult {
  /** From `PCD_PAY_RST`, the only reliable flag (9.1). `unreadable`: no result object, or an unknown flag. */
  readonly status: 'success' | 'error' | 'closed' | 'unreadable'
  /**
   * Result code without the `[test]` prefix. When the message is a card institution's, its code follows: `CPCA0010/3112`.
   */
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly type?: 'card' | 'transfer' | undefined
  readonly work?: 'AUTH' | 'CERT' | 'PAY' | undefined
  readonly cardVersion?: string | undefined
  readonly method?: string | undefined
  readonly oid?: string | undefined
  readonly goods?: string | undefined
  /** Requested amount in the smallest unit of `currency`. */
  readonly total?: number | undefined
  /** Absent: won. Only the overseas product names one. */
  readonly currency?: Currency | undefined
  /** What the buyer really paid after an event discount of Payple's, whole won. */
  readonly amountReal?: number | undefined
  readonly discount?: number | undefined
  readonly vat?: number | undefined
  /** Present on looked-up payments that were refunded, and on cancel answers. */
  readonly refundedTotal?: number | undefined
  /** VAT part of a refund, whole won, under either of its names (11.1 row 9). */
  readonly refundedVat?: number | undefined
  /** `PCD_REFUND_TIME`, epoch milliseconds. */
  readonly refundedAt?: number | undefined
  /** True when this speaks of a cancel: `PCD_PAYCANCEL_FLAG` Y or a `PAYC` code, never by a refund field alone (8.3). */
  readonly isCancel?: true | undefined
  /** Confirm keys; secrets of the attempt. */
  readonly authKey?: string | undefined
  readonly reqKey?: string | undefined
  /** Address for the confirm as printed; use `gatewayPath` on it. */
  readonly confirmUrl?: string | undefined
  /** Billing key. A secret. */
  readonly payerId?: string | undefined
  readonly payerNo?: string | undefined
  /** Epoch milliseconds. */
  readonly paidAt?: number | undefined
  readonly cardName?: string | undefined
  readonly cardNumber?: string | undefined
  readonly instalmentMonths?: string | undefined
  readonly tradeNumber?: string | undefined
  readonly approvalNumber?: string | undefined
  /** https link to the card slip; anything else is dropped. */
  readonly receiptUrl?: string | undefined
  readonly bankName?: string | undefined
  readonly accountNumber?: string | undefined
  /** Three digits (10). */
  readonly bankCode?: string | undefined
  readonly accountType?: 'personal' | 'company' | undefined
  /** Cash receipt of a transfer. */
  readonly cashReceipt?: CashReceiptResult | undefined
  /** Year and month, when the payment was made with the monthly guard. */
  readonly monthlyGuard?: MonthlyGuard | undefined
  /** Texts of the shop. Echoed in window results, not everywhere else (11.2 U15). */
  readonly userDefined?: UserDefined | undefined
}
