import type { DatabaseSync } from 'node:sqlite'
import type { Order, OrderPage, OrderPayment } from '../../shared/shop-api.ts'
import type { ShownPayment } from '../slip.ts'

/** The shop's orders, each belonging to the browser session that placed it. */
export interface OrderStore {
  insert: (session: string, order: Order) => void
  find: (id: string, session: string) => Order | undefined
  /** Newest first; `before` is the `next` of the page before. */
  page: (session: string, before: number | undefined, limit: number) => OrderPage
  markPaid: (id: string, payment: OrderPayment) => void
  /** Whole won given back so far, all refunds together. */
  markRefunded: (id: string, refunded: number) => void
  /** The cash receipt of a transfer was issued. */
  noteCashReceipt: (id: string, number: string) => void
}

interface Row {
  readonly number: number
  readonly body: string
  readonly payment: string | null
  readonly refunded: number
  readonly cashReceipt: string | null
}

const COLUMNS = 'rowid AS number, body, payment, refunded, cash_receipt AS cashReceipt'

export function orderStore(db: DatabaseSync, shown: ShownPayment): OrderStore {
  const toOrder = (row: Row) => orderOf(row, shown)
  const insert = db.prepare('INSERT INTO orders (id, session, created_at, body) VALUES (?, ?, ?, ?)')
  const find = db.prepare(`SELECT ${COLUMNS} FROM orders WHERE id = ? AND session = ?`)
  const page = db.prepare(`SELECT ${COLUMNS} FROM orders WHERE session = ? AND rowid < ? ORDER BY rowid DESC LIMIT ?`)
  // `payment IS NULL` makes a repeated `onSettled` harmless: the first payment stays.
  const pay = db.prepare('UPDATE orders SET payment = ? WHERE id = ? AND payment IS NULL')
  // Totals only grow, so a message that comes twice or late changes nothing.
  const refund = db.prepare('UPDATE orders SET refunded = ? WHERE id = ? AND refunded < ?')
  const receipt = db.prepare('UPDATE orders SET cash_receipt = ? WHERE id = ?')

  return {
    insert: (session, order) => {
      insert.run(order.id, session, order.createdAt, JSON.stringify(order))
    },
    find: (id, session) => {
      const row = find.get(id, session)
      return row && toOrder(row as unknown as Row)
    },
    page: (session, before, limit) => {
      const rows = page.all(session, before ?? Number.MAX_SAFE_INTEGER, limit + 1) as unknown as Row[]
      const shown = rows.slice(0, limit)
      return { orders: shown.map(toOrder), next: rows.length > limit ? shown.at(-1)?.number : undefined }
    },
    markPaid: (id, payment) => {
      pay.run(JSON.stringify(payment), id)
    },
    markRefunded: (id, refunded) => {
      refund.run(refunded, id, refunded)
    },
    noteCashReceipt: (id, number) => {
      receipt.run(number, id)
    },
  }
}

function orderOf({ body, payment: paid, refunded, cashReceipt }: Row, shown: ShownPayment): Order {
  const order = JSON.parse(body) as Order
  if (paid === null) return order
  const payment = { ...shown(JSON.parse(paid) as OrderPayment), refunded, cashReceipt: cashReceipt ?? undefined }
  const state = refunded === 0 ? 'paid' : refunded < payment.amount ? 'partially-refunded' : 'refunded'
  return { ...order, state, payment }
}
