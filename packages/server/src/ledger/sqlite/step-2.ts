/**
 * Refunds, charges, links, the webhook inbox and the attention list. SQLite cannot change a `check` constraint, so tables that have
 * one are written anew; it runs with foreign keys off and is checked before it is committed.
 */
export const STEP_2: string = `
create table checkouts_2 (
  seq integer primary key autoincrement,
  id text not null unique,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  order_id text not null,
  oid text not null,
  method text not null,
  work text not null check (work in ('AUTH', 'CERT', 'PAY', 'CHARGE')),
  pay_type text not null check (pay_type in ('card', 'transfer')),
  goods text not null,
  amount integer not null check (amount >= 0),
  vat integer,
  state text not null check (state in ('created', 'opened', 'approving', 'paid', 'partially_refunded', 'refunded',
    'declined', 'unknown', 'mismatch_voided', 'canceled', 'expired', 'registered')),
  created_at integer not null,
  updated_at integer not null,
  expires_at integer not null,
  claim_token text,
  claim_until integer,
  attempted_at integer,
  checks integer not null default 0,
  next_check_at integer,
  void_reason text check (void_reason in ('mismatch', 'duplicate', 'superseded')),
  charged_total integer,
  charged_date text,
  failure_code text,
  failure_field text,
  gateway_code text,
  paid_at integer,
  card_name text,
  card_number text,
  receipt_url text,
  trade_number text,
  approval_number text,
  bank_name text,
  account_number text,
  sealed_payer text,
  cash_receipt_number text,
  billing_key_id text,
  guard_month text,
  idempotency_key text,
  request_hash text,
  link_url text,
  refunded_total integer not null default 0 check (refunded_total between 0 and amount),
  unique (scope, oid)
) strict;

-- Everything before this step was a card payment or a card registration.
insert into checkouts_2 (seq, id, scope, order_id, oid, method, work, pay_type, goods, amount, vat, state, created_at,
  updated_at, expires_at, claim_token, claim_until, attempted_at, checks, next_check_at, void_reason, charged_total,
  charged_date, failure_code, failure_field, gateway_code, paid_at, card_name, card_number, receipt_url, trade_number,
  approval_number, billing_key_id)
select seq, id, scope, order_id, oid, method, work, 'card', goods, amount, vat, state, created_at,
  updated_at, expires_at, claim_token, claim_until, attempted_at, checks, next_check_at, void_reason, charged_total,
  charged_date, failure_code, failure_field, gateway_code, paid_at, card_name, card_number, receipt_url, trade_number,
  approval_number, billing_key_id from checkouts;

-- A charge belongs to the row whose number it carries (decisions/016), so the column goes; what it knew stays in the history.
insert into events (checkout_id, at, name, actor, from_state, to_state, detail)
select id, updated_at, 'charged_oid', 'reconcile', state, state, json_object('oid', charged_oid)
from checkouts where charged_oid is not null order by seq;

drop table checkouts;
alter table checkouts_2 rename to checkouts;

create index checkouts_by_order on checkouts (scope, order_id, seq);
create index checkouts_by_seq on checkouts (scope, seq);
create index checkouts_by_state on checkouts (scope, state, seq);
create unique index checkouts_by_key on checkouts (scope, idempotency_key) where idempotency_key is not null;

-- Only what somebody has to ask about: settled attempts are never looked through.
create index checkouts_watched on checkouts (scope, coalesce(next_check_at, 0), seq)
  where (state in ('approving', 'unknown') or (next_check_at is not null
    and state in ('created', 'opened', 'canceled', 'declined', 'expired')));

-- The promise "never charged twice", kept by the database: one place per order. Registrations take no money, and a second
-- charge that is on its way back does not hold the place.
create unique index one_live_attempt on checkouts (scope, order_id)
  where state in ('approving', 'unknown', 'paid', 'partially_refunded', 'refunded') and work <> 'AUTH'
    and (void_reason is null or void_reason <> 'duplicate');

create table outbox_2 (
  seq integer primary key autoincrement,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  checkout_id text not null references checkouts (id),
  payload text not null,
  created_at integer not null,
  attempts integer not null default 0,
  claim_until integer,
  delivered_at integer
) strict;
-- A message without an attempt would have no scope and stop the step, rather than get lost in a join.
insert into outbox_2 (seq, scope, checkout_id, payload, created_at, attempts, claim_until, delivered_at)
select seq, (select scope from checkouts where id = checkout_id), checkout_id, payload, created_at, attempts, claim_until,
  delivered_at from outbox;
drop table outbox;
alter table outbox_2 rename to outbox;
create index outbox_waiting on outbox (checkout_id, seq) where delivered_at is null;
create index outbox_undelivered on outbox (scope, checkout_id, seq) where delivered_at is null;

create table billing_keys_2 (
  id text primary key,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  fingerprint text not null,
  key_id text not null,
  sealed text not null,
  pay_type text not null check (pay_type in ('card', 'transfer')),
  checkout_id text not null references checkouts (id),
  order_id text not null,
  card_name text,
  card_number text,
  created_at integer not null,
  removed_at integer,
  removed_by text check (removed_by in ('merchant', 'console', 'gateway')),
  check ((removed_at is null) = (removed_by is null))
) strict;
insert into billing_keys_2 (id, scope, fingerprint, key_id, sealed, pay_type, checkout_id, order_id, card_name,
  card_number, created_at)
select id, scope, fingerprint, key_id, sealed, 'card', checkout_id, order_id, card_name,
  card_number, created_at from billing_keys;
drop table billing_keys;
alter table billing_keys_2 rename to billing_keys;
create unique index one_key_per_fingerprint on billing_keys (scope, fingerprint) where removed_at is null;
create index billing_keys_by_order on billing_keys (scope, order_id) where removed_at is null;

create table refunds (
  seq integer primary key autoincrement,
  id text not null unique,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  checkout_id text not null references checkouts (id),
  amount integer not null check (amount > 0),
  vat integer,
  state text not null check (state in ('pending', 'unknown', 'done', 'failed')),
  idempotency_key text not null,
  request_hash text not null,
  refunded_before integer not null check (refunded_before >= 0),
  note text,
  failure_code text,
  gateway_code text,
  sent_at integer,
  claim_token text,
  claim_until integer,
  checks integer not null default 0,
  next_check_at integer,
  created_at integer not null,
  updated_at integer not null,
  unique (scope, idempotency_key)
) strict;
create index refunds_by_checkout on refunds (checkout_id, seq);
-- The promise "never refunded twice": the sum can only be checked while nothing else is under way.
create unique index one_refund_in_flight on refunds (checkout_id) where state in ('pending', 'unknown');
create index refunds_in_flight on refunds (scope, coalesce(next_check_at, 0), seq)
  where state in ('pending', 'unknown');

create table webhooks (
  seq integer primary key autoincrement,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  kind text not null check (kind in ('payment', 'deletion')),
  digest text not null,
  facts text not null,
  received_at integer not null,
  repeats integer not null default 0,
  attempts integer not null default 0,
  next_attempt_at integer,
  claim_until integer,
  handled_at integer,
  result text,
  unique (scope, kind, digest)
) strict;
create index webhooks_waiting on webhooks (scope, next_attempt_at, seq) where handled_at is null;

create table attention (
  seq integer primary key autoincrement,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  kind text not null check (kind in ('payment-in-doubt', 'void-in-doubt', 'refund-in-doubt', 'foreign-charge',
    'webhook-unmatched', 'undelivered')),
  subject text not null,
  order_id text,
  detail text,
  raised_at integer not null,
  told_at integer,
  closed_at integer,
  note text
) strict;
create unique index one_open_entry on attention (scope, subject, kind) where closed_at is null;
create index attention_open on attention (scope, seq) where closed_at is null;
create index attention_untold on attention (scope, seq) where closed_at is null and told_at is null;
`
