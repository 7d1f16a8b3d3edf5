import type { DatabaseSync } from 'node:sqlite'
import type { BuyerError } from '../../shared/cards-api.ts'
import type { OrderPayment } from '../../shared/shop-api.ts'
import type { ShownPayment } from '../slip.ts'

export interface ChargeRow {
  readonly orderId: string
  readonly subscription: string
  readonly month: string
  readonly amount: number
  /** The card of this try, so that asking about it again asks the same thing. */
  readonly card: string
  readonly state: 'pending' | 'paid' | 'failed'
  /** 1 for the first try; every try after a definite refusal gets the next number. */
  readonly attempt: number
  readonly triedAt: string
  readonly error: BuyerError | undefined
  readonly payment: OrderPayment | undefined
  readonly refunded: number
}

/** The months of all subscriptions. One row per month, whatever happens. */
export interface ChargeStore {
  find: (orderId: string) => ChargeRow | undefined
  /** Newest first. */
  ofSubscription: (subscription: string) => ChargeRow[]
  /** Charges nobody knows the end of. */
  pending: () => ChargeRow[]
  /** Writes down that a month is about to be charged; a month that is there already stays as it is. */
  open: (row: Pick<ChargeRow, 'orderId' | 'subscription' | 'month' | 'amount' | 'card' | 'triedAt'>) => void
  /** A new try after a refusal. `false` when somebody else has begun it. */
  tryAgain: (orderId: string, attempt: number, card: string, triedAt: string) => boolean
  paid: (orderId: string, payment: OrderPayment) => void
  failed: (orderId: string, attempt: number, error: BuyerError) => void
  markRefunded: (orderId: string, refunded: number) => void
}

const COLUMNS =
  'order_id AS orderId, subscription, month, amount, card, state, attempt, tried_at AS triedAt, error, payment, refunded'

export function chargeStore(db: DatabaseSync, shown: ShownPayment): ChargeStore {
  const toRow = (row: Record<string, unknown>) => rowOf(row, shown)
  const select = (where: string) => db.prepare(`SELECT ${COLUMNS} FROM subscription_charges WHERE ${where}`)
  const find = select('order_id = ?')
  const ofSubscription = select('subscription = ? ORDER BY month DESC')
  const pending = select(`state = 'pending' ORDER BY tried_at`)
  const open = db.prepare(`
    INSERT OR IGNORE INTO subscription_charges (order_id, subscription, month, amount, card, state, tried_at)
    VALUES (:orderId, :subscription, :month, :amount, :card, 'pending', :triedAt)`)
  const tryAgain = db.prepare(`
    UPDATE subscription_charges SET state = 'pending', attempt = attempt + 1, card = ?, tried_at = ?, error = NULL
    WHERE order_id = ? AND attempt = ? AND state = 'failed'`)
  const paid = db.prepare(`
    UPDATE subscription_charges SET state = 'paid', payment = ?, error = NULL WHERE order_id = ? AND state <> 'paid'`)
  const failed = db.prepare(`
    UPDATE subscription_charges SET state = 'failed', error = ? WHERE order_id = ? AND attempt = ? AND state = 'pending'`)
  const refund = db.prepare('UPDATE subscription_charges SET refunded = ? WHERE order_id = ? AND refunded < ?')

  return {
    find: (orderId) => {
      const row = find.get(orderId)
      return row && toRow(row)
    },
    ofSubscription: (subscription) => ofSubscription.all(subscription).map(toRow),
    pending: () => pending.all().map(toRow),
    open: ({ orderId, subscription, month, amount, card, triedAt }) =>
      void open.run({ orderId, subscription, month, amount, card, triedAt }),
    tryAgain: (orderId, attempt, card, triedAt) => tryAgain.run(card, triedAt, orderId, attempt).changes === 1,
    paid: (orderId, payment) => void paid.run(JSON.stringify(payment), orderId),
    failed: (orderId, attempt, error) => void failed.run(JSON.stringify(error), orderId, attempt),
    markRefunded: (orderId, refunded) => void refund.run(refunded, orderId, refunded),
  }
}

function rowOf(row: Record<string, unknown>, shown: ShownPayment): ChargeRow {
  const parsed = (value: unknown): unknown => (typeof value === 'string' ? (JSON.parse(value) as unknown) : undefined)
  const payment = parsed(row['payment']) as OrderPayment | undefined
  return { ...row, error: parsed(row['error']), payment: payment && shown(payment) } as unknown as ChargeRow
}
