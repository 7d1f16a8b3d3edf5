import type { CheckoutOutcome, Currency, Payment } from '@payple-kit/core'

import type { Context } from './context.ts'
import type { CheckoutRow, CheckoutState } from './ledger/checkout-row.ts'
import type { LedgerEvent } from './ledger/ledger-event.ts'
import { isPayment } from './ledger/rules.ts'
import { isPaid } from './ledger/transitions.ts'
import { declareRefunded } from './operations/declare-refunded.ts'
import { declareRefund } from './operations/declare-refund.ts'
import { lookupOrder } from './operations/lookup.ts'
import type { LookupOutcome } from './operations/lookup.ts'
import { createRefund } from './operations/refund.ts'
import type { RefundInput, RefundOutcome } from './operations/refund.ts'
import { refundOf } from './operations/refund-of.ts'
import type { Refund } from './operations/refund-of.ts'
import { release } from './operations/release.ts'
import type { Declaration } from './operations/release.ts'
import { paymentOf } from './settle/payment-of.ts'

/** One attempt as a list shows it. */
export interface AttemptSummary {
  readonly checkoutId: string
  readonly orderId: string
  readonly oid: string
  readonly method: CheckoutRow['method']
  readonly state: CheckoutState
  readonly goods: string
  /** In the smallest unit of `currency`. */
  readonly amount: number
  readonly currency: Currency
  /** Given back so far. */
  readonly refunded: number
  /** Epoch milliseconds. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** One attempt with everything that happened to it. */
export interface AttemptHistory extends AttemptSummary {
  readonly events: readonly LedgerEvent[]
  readonly refunds: readonly Refund[]
}

/** A page of attempts, newest first. */
export interface AttemptPage {
  readonly attempts: readonly AttemptSummary[]
  /** Pass it as `before` for the next page; absent on the last one. */
  readonly next?: number | undefined
}

/** What the shop's own server may ask. Never expose these to a browser without checking who asks. */
export interface Payments {
  /** The payment of an order, refunded or not, or `null` while it is not known to be paid. Reads the ledger only. */
  get(orderId: string): Promise<Payment | null>
  /** All attempts of an order, newest first, with their events and refunds. */
  history(orderId: string): Promise<readonly AttemptHistory[]>
  /** All attempts, newest first: `limit` at once (default 50, at most 200), those before `before`, in some states only. */
  list(query?: {
    readonly states?: readonly CheckoutState[] | undefined
    readonly before?: number | undefined
    readonly limit?: number | undefined
  }): Promise<AttemptPage>
  /** Gives money back, in full or in part. Repeating it with the same idempotency key gives nothing back twice. */
  readonly refund: (input: RefundInput) => Promise<RefundOutcome>
  /** Asks Payple about an order, settles doubts and notes refunds made in partner admin. */
  lookup(orderId: string): Promise<LookupOutcome | undefined>
  /**
   * For the person on call: declares, after looking in partner admin, that an attempt in doubt charged nothing (or that its
   * wrong charge was returned by hand), so that the order can be paid again. Asks the gateway once more first, and a payment
   * found there wins. When it cannot be asked nothing is declared, unless `unasked` says so.
   *
   * @param note who decided and why; kept in the history. No personal data
   * @returns the outcome after that; unchanged when the attempt was not in doubt, `undefined` for an unknown id
   */
  release(checkoutId: string, note: string, how?: Declaration): Promise<CheckoutOutcome | undefined>
  /**
   * The same for a refund in doubt: declares whether it was carried out. Asks the gateway once more first; `unasked` as in `release`.
   *
   * @returns the refund after that; unchanged when it was not in doubt, `undefined` for an unknown id
   */
  declareRefund(
    refundId: string,
    result: 'done' | 'failed',
    note: string,
    how?: Declaration,
  ): Promise<Refund | undefined>
  /**
   * For the person on call: declares what partner admin shows as given back of an overseas payment, where no lookup ever shows a cancel that was
   * made there (docs/protocol/overseas.md 5.4). `onSettled` is told `refunded` about what is new. Of a domestic payment Payple is asked instead.
   *
   * @param declaration `total`: everything given back so far, won or a text such as `'19.90'`; less than the ledger knows, or a refund that is still under
   *   way, changes nothing. `note`: who looked and where; no personal data
   * @returns the payment after that, `undefined` for an order that was not paid
   * @throws PaypleIntegrationError `INPUT_INVALID` naming field and rule
   */
  declareRefunded(declaration: {
    readonly orderId: string
    readonly total: number | string
    readonly note: string
  }): Promise<Payment | undefined>
}

const PAGE = 50
const MOST = 200

/** The read helpers, refunds, and the operator's levers. */
export function createPayments(context: Context): Payments {
  const { ledger, scope } = context.settings
  return {
    get: async (orderId) => {
      const paid = (await ledger.attempts(scope, orderId)).find((row) => isPayment(row) && isPaid(row))
      return paid === undefined ? null : paymentOf(paid)
    },
    history: async (orderId) => {
      const attempts = await ledger.attempts(scope, orderId)
      return Promise.all(
        attempts.map(async (row) => {
          const [events, refunds] = await Promise.all([ledger.events(row.id), ledger.refunds(row.id)])
          return { ...summaryOf(row), events, refunds: refunds.map((refund) => refundOf(refund, row)) }
        }),
      )
    },
    list: async ({ states, before, limit = PAGE } = {}) => {
      const most = Math.min(Math.max(1, Math.trunc(limit)), MOST)
      const rows = await ledger.list({ scope, states, before, limit: most + 1 })
      const page = rows.slice(0, most)
      const next = rows.length > most ? page.at(-1)?.seq : undefined
      return { attempts: page.map(summaryOf), ...(next === undefined ? {} : { next }) }
    },
    refund: createRefund(context),
    lookup: (orderId) => lookupOrder(context, orderId),
    release: (checkoutId, note, how) => release(context, checkoutId, note, how),
    declareRefunded: (declaration) => declareRefunded(context, declaration),
    declareRefund: (refundId, result, note, how) => declareRefund(context, refundId, result, note, how),
  }
}

function summaryOf(row: CheckoutRow): AttemptSummary {
  const {
    id: checkoutId,
    orderId,
    oid,
    method,
    state,
    goods,
    amount,
    currency,
    refundedTotal,
    createdAt,
    updatedAt,
  } = row
  return {
    checkoutId,
    orderId,
    oid,
    method,
    state,
    goods,
    amount,
    currency,
    refunded: refundedTotal,
    createdAt,
    updatedAt,
  }
}
