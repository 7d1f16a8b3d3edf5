import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Each entry brings a file one version further. Entries are added, never changed. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY,
    session TEXT NOT NULL,
    created_at TEXT NOT NULL,
    body TEXT NOT NULL,
    payment TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS orders_by_session ON orders (session, created_at);
  `,
  `
  ALTER TABLE orders ADD COLUMN refunded INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE default_cards (member TEXT PRIMARY KEY, card TEXT NOT NULL) STRICT;
  CREATE TABLE subscriptions (
    id TEXT PRIMARY KEY,
    member TEXT NOT NULL UNIQUE,
    card TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('active', 'past-due', 'canceled')),
    anchor_day INTEGER NOT NULL,
    next_on TEXT NOT NULL,
    try_on TEXT,
    started_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX subscriptions_by_try ON subscriptions (try_on);
  CREATE TABLE subscription_charges (
    order_id TEXT PRIMARY KEY,
    subscription TEXT NOT NULL REFERENCES subscriptions (id),
    month TEXT NOT NULL,
    amount INTEGER NOT NULL,
    card TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'paid', 'failed')),
    attempt INTEGER NOT NULL DEFAULT 1,
    tried_at TEXT NOT NULL,
    error TEXT,
    payment TEXT,
    refunded INTEGER NOT NULL DEFAULT 0,
    UNIQUE (subscription, month)
  ) STRICT;
  `,
  `ALTER TABLE orders ADD COLUMN cash_receipt TEXT;`,
]

/** Opens the shop's own database, a file or `:memory:`, and brings its tables up to date. */
export function openShopDatabase(path: string): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true })
  const db = new DatabaseSync(path)
  db.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < version) continue
    db.exec(`BEGIN IMMEDIATE; ${sql} PRAGMA user_version = ${index + 1}; COMMIT;`)
  }
  return db
}
