import type { Ledger } from '../ledger/ledger.ts'
import { NOW } from './ledger-drafts.ts'

/** Everything that is asked while payments run, by name. None of it may get slower with the number of settled payments. */
export const QUERIES: readonly (readonly [name: string, ask: (ledger: Ledger) => Promise<unknown>])[] = [
  ['due', (ledger) => ledger.due('live', NOW, 20)],
  ['dueRefunds', (ledger) => ledger.dueRefunds('live', NOW, 20)],
  ['takeWebhooks', (ledger) => ledger.takeWebhooks('live', NOW, NOW + 1, 20)],
  ['undelivered', (ledger) => ledger.undelivered('live', 20)],
  ['takeMessage', (ledger) => ledger.takeMessage('c5', NOW, NOW + 1)],
  ['list', (ledger) => ledger.list({ scope: 'live', limit: 20 })],
  ['list, next page', (ledger) => ledger.list({ scope: 'live', limit: 20, before: 5_000 })],
  ['list of rare states', (ledger) => ledger.list({ scope: 'live', limit: 20, states: ['unknown', 'canceled'] })],
  ['list of common states', (ledger) => ledger.list({ scope: 'live', limit: 20, states: ['paid', 'unknown'] })],
  ['list of one state', (ledger) => ledger.list({ scope: 'live', limit: 20, states: ['unknown'], before: 9_000 })],
  ['attempts', (ledger) => ledger.attempts('live', 'o5')],
  ['find', (ledger) => ledger.find('c5')],
  ['findByOid', (ledger) => ledger.findByOid('live', 'oid5')],
  ['events', (ledger) => ledger.events('c5')],
  ['refund', (ledger) => ledger.refund('r5')],
  ['refunds', (ledger) => ledger.refunds('c5')],
  ['findBillingKey', (ledger) => ledger.findBillingKey('live', ['f5', 'f6'])],
  ['billingKeysOf', (ledger) => ledger.billingKeysOf('live', 'o5')],
  ['openAttention', (ledger) => ledger.openAttention('live', 20)],
  ['takeUntold', (ledger) => ledger.takeUntold('live', NOW, 20)],
  ['closeAttention', (ledger) => ledger.closeAttention('live', 'nothing', NOW, '')],
  ['counts', (ledger) => ledger.counts('live')],
]

/** How many settled payments there are, each with event, message, refund, webhook, entry and key. */
export const SETTLED = 10_000

/**
 * Fills the tables with settled payments and a few of everything that is not. Plain SQL of both engines, but for the numbers from 1 to
 * `SETTLED`, which the caller brings as a table `numbers (n)`.
 */
export const FILL: string = `
insert into checkouts (scope, id, order_id, oid, method, work, pay_type, goods, amount, state, created_at, updated_at,
  expires_at, next_check_at, idempotency_key, refunded_total)
select case when n % 10 = 0 then 'test' else 'live' end, 'c' || n, 'o' || n, 'oid' || n, 'card', 'CERT', 'card', 'x', 1000,
  case when n % 1000 = 1 then 'unknown' when n % 1000 = 2 then 'opened' else 'paid' end, n, n, n,
  case when n % 1000 < 5 then n end, 'k' || n, 0
from numbers;
insert into events (checkout_id, at, name, actor, to_state) select 'c' || n, n, 'created', 'prepare', 'created' from numbers;
insert into outbox (scope, checkout_id, payload, created_at, delivered_at)
select 'live', 'c' || n, '{}', n, case when n % 1000 = 5 then null else n end from numbers;
insert into refunds (scope, id, checkout_id, amount, state, idempotency_key, request_hash, refunded_before, created_at, updated_at)
select 'live', 'r' || n, 'c' || n, 10, case when n % 1000 = 6 then 'unknown' else 'done' end, 'k' || n, 'h', 0, n, n from numbers;
insert into webhooks (scope, kind, digest, facts, received_at, next_attempt_at, handled_at)
select 'live', 'payment', 'd' || n, '{}', n, case when n % 1000 = 7 then n end, case when n % 1000 = 7 then null else n end
from numbers;
insert into attention (scope, kind, subject, raised_at, told_at, closed_at)
select 'live', 'undelivered', 'c' || n, n, case when n % 2000 = 8 then null else n end,
  case when n % 1000 = 8 then null else n end from numbers;
insert into billing_keys (id, scope, fingerprint, key_id, sealed, pay_type, checkout_id, order_id, created_at)
select 'bk' || n, 'live', 'f' || n, 'k1', 's', 'card', 'c' || n, 'o' || n, n from numbers;
`
