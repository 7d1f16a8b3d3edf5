/** The same tables, rules and indexes as SQLite has after its second step. Money and times are `bigint`, read as numbers. */
export const STEP_1: string = `
create table checkouts (
  seq bigint generated always as identity primary key,
  id text not null unique,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  order_id text not null,
  oid text not null,
  method text not null,
  work text not null check (work in ('AUTH', 'CERT', 'PAY', 'CHARGE')),
  pay_type text not null check (pay_type in ('card', 'transfer')),
  goods text not null,
  amount bigint not null check (amount >= 0),
  vat bigint,
  state text not null check (state in ('created', 'opened', 'approving', 'paid', 'partially_refunded', 'refunded',
    'declined', 'unknown', 'mismatch_voided', 'canceled', 'expired', 'registered')),
  created_at bigint not null,
  updated_at bigint not null,
  expires_at bigint not null,
  claim_token text,
  claim_until bigint,
  attempted_at bigint,
  checks integer not null default 0,
  next_check_at bigint,
  void_reason text check (void_reason in ('mismatch', 'duplicate', 'superseded')),
  charged_total bigint,
  charged_date text,
  failure_code text,
  failure_field text,
  gateway_code text,
  paid_at bigint,
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
  refunded_total bigint not null default 0 check (refunded_total between 0 and amount),
  unique (scope, oid)
);

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

create table events (
  seq bigint generated always as identity primary key,
  checkout_id text not null references checkouts (id),
  at bigint not null,
  name text not null,
  actor text not null,
  from_state text,
  to_state text not null,
  detail text
);
create index events_by_checkout on events (checkout_id, seq);
create function refuse_event_change() returns trigger language plpgsql as
  $$ begin raise exception 'events are append-only'; end $$;
create trigger events_are_never_changed before update or delete on events
  for each row execute function refuse_event_change();
create trigger events_are_never_emptied before truncate on events
  for each statement execute function refuse_event_change();

create table outbox (
  seq bigint generated always as identity primary key,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  checkout_id text not null references checkouts (id),
  payload text not null,
  created_at bigint not null,
  attempts integer not null default 0,
  claim_until bigint,
  delivered_at bigint
);
create index outbox_waiting on outbox (checkout_id, seq) where delivered_at is null;
create index outbox_undelivered on outbox (scope, checkout_id, seq) where delivered_at is null;

create table billing_keys (
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
  created_at bigint not null,
  removed_at bigint,
  removed_by text check (removed_by in ('merchant', 'console', 'gateway')),
  check ((removed_at is null) = (removed_by is null))
);
create unique index one_key_per_fingerprint on billing_keys (scope, fingerprint) where removed_at is null;
create index billing_keys_by_order on billing_keys (scope, order_id) where removed_at is null;

create table refunds (
  seq bigint generated always as identity primary key,
  id text not null unique,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  checkout_id text not null references checkouts (id),
  amount bigint not null check (amount > 0),
  vat bigint,
  state text not null check (state in ('pending', 'unknown', 'done', 'failed')),
  idempotency_key text not null,
  request_hash text not null,
  refunded_before bigint not null check (refunded_before >= 0),
  note text,
  failure_code text,
  gateway_code text,
  sent_at bigint,
  claim_token text,
  claim_until bigint,
  checks integer not null default 0,
  next_check_at bigint,
  created_at bigint not null,
  updated_at bigint not null,
  unique (scope, idempotency_key)
);
create index refunds_by_checkout on refunds (checkout_id, seq);
-- The promise "never refunded twice": the sum can only be checked while nothing else is under way.
create unique index one_refund_in_flight on refunds (checkout_id) where state in ('pending', 'unknown');
create index refunds_in_flight on refunds (scope, coalesce(next_check_at, 0), seq)
  where state in ('pending', 'unknown');

create table webhooks (
  seq bigint generated always as identity primary key,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  kind text not null check (kind in ('payment', 'deletion')),
  digest text not null,
  facts text not null,
  received_at bigint not null,
  repeats integer not null default 0,
  attempts integer not null default 0,
  next_attempt_at bigint,
  claim_until bigint,
  handled_at bigint,
  result text,
  unique (scope, kind, digest)
);
create index webhooks_waiting on webhooks (scope, next_attempt_at, seq) where handled_at is null;

create table attention (
  seq bigint generated always as identity primary key,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  kind text not null check (kind in ('payment-in-doubt', 'void-in-doubt', 'refund-in-doubt', 'foreign-charge',
    'webhook-unmatched', 'undelivered')),
  subject text not null,
  order_id text,
  detail text,
  raised_at bigint not null,
  told_at bigint,
  closed_at bigint,
  note text
);
create unique index one_open_entry on attention (scope, subject, kind) where closed_at is null;
create index attention_open on attention (scope, seq) where closed_at is null;
create index attention_untold on attention (scope, seq) where closed_at is null and told_at is null;
`
