/**
 * A shop's past in plain SQL of both engines. It fills every table from a temporary table `past (n, at, id, oid, state)`, which is
 * made by the engine's own means: `id` is random, so that new keys land anywhere in an index of realistic size, and time grows with `n`.
 *
 * Of eleven attempts ten were paid, three in a hundred of those given back; the eleventh was canceled, declined or replaced, and its order
 * paid afterwards. One payment in five is a bank transfer.
 */
export const ATTEMPTS_PER_PAYMENT = 1.1

/** `state` of attempt `n`, as SQL. */
export const STATE_OF_N: string = `case when n % 11 <> 0 then case when n % 33 = 1 then 'refunded' else 'paid' end
  when n % 3 = 0 then 'canceled' when n % 3 = 1 then 'declined' else 'expired' end`

const PAID = `state in ('paid', 'refunded')`
const ORDER_ID = `'order-' || (case when n % 11 = 0 then n + 1 else n end)`
const ids = (prefix: string): string => `'${prefix}_' || id`

export const HISTORY: readonly string[] = [
  `insert into checkouts (scope, id, order_id, oid, method, work, pay_type, goods, amount, vat, state, created_at,
    updated_at, expires_at, attempted_at, failure_code, gateway_code, paid_at, card_name, card_number, receipt_url, trade_number,
    approval_number, bank_name, account_number, cash_receipt_number, refunded_total)
  select 'sandbox', id, ${ORDER_ID}, oid, case when n % 5 = 0 then 'transfer' when n % 5 = 1 then 'app-card' else 'card' end,
    'CERT', case when n % 5 = 0 then 'transfer' else 'card' end, '원두 500g 외 ' || n % 7 || '건', 1000 + n % 900 * 100,
    case when n % 4 = 0 then 90 + n % 900 * 9 end, state, at, at + 47000, at + 600000,
    case when ${PAID} then at + 45000 end, case when state = 'declined' then 'PAYMENT_DECLINED' end,
    case when state = 'declined' then 'SPCD3112' end, case when ${PAID} then at + 46000 end,
    case when ${PAID} and n % 5 > 0 then 'BC 카드' end, case when ${PAID} and n % 5 > 0 then '1111********4444' end,
    case when ${PAID} and n % 5 > 0 then 'https://www.danalpay.com/receipt/creditcard/view.aspx?dataType=receipt&cpid=' || n end,
    case when ${PAID} and n % 5 > 0 then '20190414132033' || (2692022400 + n) end,
    case when ${PAID} and n % 5 > 0 then cast(10000000 + n as text) end, case when ${PAID} and n % 5 = 0 then '신한은행' end,
    case when ${PAID} and n % 5 = 0 then '110-******-333' end, case when ${PAID} and n % 5 = 0 then 'G' || (100000000 + n) end,
    case when state = 'refunded' then 1000 + n % 900 * 100 else 0 end
  from past order by n`,
  event('created', 'prepare', 'null', 'created', 0, 'true'),
  event('opened', 'page', `'created'`, 'opened', 2000, 'true'),
  event(
    'approving',
    'callback',
    `'opened'`,
    'approving',
    45_000,
    PAID,
    `'{"status":"success","total":' || (1000 + n % 900 * 100) || '}'`,
  ),
  event(
    'paid',
    'callback',
    `'approving'`,
    'paid',
    46_000,
    PAID,
    `'{"total":' || (1000 + n % 900 * 100) || ',"gatewayCode":"0000"}'`,
  ),
  event('refunded', 'merchant', `'paid'`, 'refunded', 86_400_000, `state = 'refunded'`),
  `insert into events (checkout_id, at, name, actor, from_state, to_state) select id, at + 47000, state, 'callback', 'opened', state
  from past where not ${PAID} order by n`,
  `insert into outbox (scope, checkout_id, payload, created_at, attempts, delivered_at)
  select 'sandbox', id, '{"id":"' || id || '.paid","type":"paid","orderId":"' || ${ORDER_ID} || '","payment":{"orderId":"' || ${ORDER_ID}
    || '","checkoutId":"' || id || '","oid":"' || oid || '","method":"card","goods":"원두 500g","amount":' || (1000 + n % 900 * 100)
    || ',"currency":"KRW","paidAt":"2026-11-21T14:30:00.000Z","card":{"name":"BC 카드","number":"1111********4444"},"receiptUrl":'
    || '"https://www.danalpay.com/receipt/creditcard/view.aspx?dataType=receipt&cpid=' || n || '"}}', at + 46000, 1, at + 46010
  from past where ${PAID} order by n`,
  `insert into refunds (scope, id, checkout_id, amount, state, idempotency_key, request_hash, refunded_before, gateway_code, sent_at,
    created_at, updated_at)
  select 'sandbox', ${ids('rf')}, id, 1000 + n % 900 * 100, 'done', ${ids('ticket')}, id || id, 0, 'PAYC0000', at + 86400000,
    at + 86400000, at + 86400400 from past where state = 'refunded' order by n`,
  `insert into webhooks (scope, kind, digest, facts, received_at, attempts, handled_at, result)
  select 'sandbox', 'payment', substr(id || id || id, 1, 64), '{"oid":"' || oid || '","status":"success","code":"0000","work":"CERT","total":'
    || (1000 + n % 900 * 100) || '}', at + 48000, 1, at + 48100, 'settled' from past where ${PAID} order by n`,
  `insert into attention (scope, kind, subject, order_id, detail, raised_at, told_at, closed_at, note)
  select 'sandbox', 'payment-in-doubt', id, ${ORDER_ID}, oid, at, at, at + 3600000, 'paid' from past where n % 2000 = 1 order by n`,
  `insert into billing_keys (id, scope, fingerprint, key_id, sealed, pay_type, checkout_id, order_id, card_name, card_number, created_at)
  select ${ids('bk')}, 'sandbox', id || id, 'k1', id || id || id || id, 'card', id, ${ORDER_ID}, 'BC 카드', '1111********4444', at
  from past where n % 20 = 1 order by n`,
]

/** One line of the history for every attempt that `where` names. */
function event(
  name: string,
  actor: string,
  from: string,
  to: string,
  after: number,
  where: string,
  detail = 'null',
): string {
  return `insert into events (checkout_id, at, name, actor, from_state, to_state, detail)
  select id, at + ${after}, '${name}', '${actor}', ${from}, '${to}', ${detail} from past where ${where} order by n`
}
