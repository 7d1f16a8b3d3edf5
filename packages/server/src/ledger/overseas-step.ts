/** Overseas cards: a currency, the billing key a payment leaves, and the gateway's own id of a cancel. The same words in both databases. */
export const OVERSEAS_STEP: string = `
alter table checkouts add column currency text not null default 'KRW' check (currency in ('KRW', 'USD'));
alter table checkouts add column keeps_card integer not null default 0 check (keeps_card in (0, 1));
alter table refunds add column gateway_id text;
alter table billing_keys add column product text not null default 'domestic' check (product in ('domestic', 'overseas'));
`
