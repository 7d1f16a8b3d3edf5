import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Order, OrderPayment } from '../shared/shop-api.ts'

/** The shop's orders. The companion keeps its own ledger; the two meet in `loadOrder` and `onSettled` only. */
export interface OrderStore {
  insert: (session: string, order: Order) => void
  find: (id: string, session: string) => Order | undefined
  list: (session: string) => Order[]
  markPaid: (id: string, payment: OrderPayment) => void
  ping: () => void
  close: () => void
}

interface Row {
  readonly body: string
  readonly payment: string | null
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY,
    session TEXT NOT NULL,
    created_at TEXT NOT NULL,
    body TEXT NOT NULL,
    payment TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS orders_by_session ON orders (session, created_at);
`

/** Opens the shop's database file, or `:memory:`. */
export function openOrderStore(path: string): OrderStore {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const db = new DatabaseSync(path)
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000;')
  db.exec(SCHEMA)
  const insert = db.prepare('INSERT INTO orders (id, session, created_at, body) VALUES (?, ?, ?, ?)')
  const find = db.prepare('SELECT body, payment FROM orders WHERE id = ? AND session = ?')
  const list = db.prepare(
    'SELECT body, payment FROM orders WHERE session = ? ORDER BY created_at DESC, rowid DESC LIMIT 100',
  )
  // `payment IS NULL` makes a repeated `onSettled` harmless: the first payment stays.
  const pay = db.prepare('UPDATE orders SET payment = ? WHERE id = ? AND payment IS NULL')

  return {
    insert: (session, order) => {
      insert.run(order.id, session, order.createdAt, JSON.stringify(order))
    },
    find: (id, session) => {
      const row = find.get(id, session)
      return row && toOrder(row as unknown as Row)
    },
    list: (session) => list.all(session).map((row) => toOrder(row as unknown as Row)),
    markPaid: (id, payment) => {
      pay.run(JSON.stringify(payment), id)
    },
    ping: () => void db.prepare('SELECT 1').get(),
    close: () => db.close(),
  }
}

function toOrder(row: Row): Order {
  const order = JSON.parse(row.body) as Order
  return row.payment === null ? order : { ...order, state: 'paid', payment: JSON.parse(row.payment) as OrderPayment }
}
