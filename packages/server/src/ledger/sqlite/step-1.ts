/** Attempts, their history, the outbox and billing keys. */
export const STEP_1: string = `
create table checkouts (
  seq integer primary key autoincrement,
  id text not null unique,
  scope text not null check (scope in ('test', 'live', 'sandbox')),
  order_id text not null,
  oid text not null,
  method text not null,
  work text not null check (work in ('AUTH', 'CERT', 'PAY')),
  goods text not null,
  amount integer not null check (amount >= 0),
  vat integer,
  state text not null check (state in ('created', 'opened', 'approving', 'paid', 'declined', 'unknown',
    'mismatch_voided', 'canceled', 'expired', 'registered')),
  created_at integer not null,
  updated_at integer not null,
  expires_at integer not null,
  claim_token text,
  claim_until integer,
  attempted_at integer,
  checks integer not null default 0,
  next_check_at integer,
  void_reason text check (void_reason in ('mismatch', 'duplicate', 'superseded')),
  charged_oid text,
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
  billing_key_id text,
  unique (scope, oid)
) strict;

create index checkouts_by_order on checkouts (scope, order_id, seq);
create index checkouts_in_doubt on checkouts (scope, state, next_check_at);

-- The promise "never charged twice", kept by the database: one place per order. A second charge that is on its way back
-- does not hold it.
create unique index one_live_attempt on checkouts (scope, order_id)
  where state in ('approving', 'unknown', 'paid') and (void_reason is null or void_reason <> 'duplicate');

create table events (
  seq integer primary key autoincrement,
  checkout_id text not null references checkouts (id),
  at integer not null,
  name text not null,
  actor text not null,
  from_state text,
  to_state text not null,
  detail text
) strict;
create index events_by_checkout on events (checkout_id, seq);
create trigger events_are_never_changed before update on events begin select raise(abort, 'events are append-only'); end;
create trigger events_are_never_deleted before delete on events begin select raise(abort, 'events are append-only'); end;

create table outbox (
  seq integer primary key autoincrement,
  checkout_id text not null references checkouts (id),
  payload text not null,
  created_at integer not null,
  attempts integer not null default 0,
  claim_until integer,
  delivered_at integer
) strict;
create index outbox_waiting on outbox (checkout_id, seq) where delivered_at is null;

create table billing_keys (
  id text primary key,
  scope text not null,
  fingerprint text not null,
  key_id text not null,
  sealed text not null,
  checkout_id text not null references checkouts (id),
  order_id text not null,
  card_name text,
  card_number text,
  created_at integer not null,
  unique (scope, fingerprint)
) strict;
`
