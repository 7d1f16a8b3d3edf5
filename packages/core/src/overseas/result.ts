import { CURRENCIES, readAmount } from '../currency.ts'
import type { Currency } from '../currency.ts'
import { fieldReader } from '../domestic/read-fields.ts'
import { readOverseasTime } from './time.ts'

/** An overseas result in plain English. Unverified unless it came from the gateway's own answer to our call. */
export interface OverseasResult {
  /** `closed`: the buyer closed the window (`C0998`, 3.6). `unreadable`: no result object, or none with a `result`. */
  readonly status: 'success' | 'error' | 'closed' | 'unreadable'
  readonly type?: 'PAYMENT' | 'CANCEL' | undefined
  /** `result`, such as `A0000`. */
  readonly code?: string | undefined
  readonly message?: string | undefined
  /**
   * Payple's id of the payment or of the cancel. 22 digits, more than a JavaScript number holds, so a JSON number has lost some and is
   * not read.
   */
  readonly apiId?: string | undefined
  /** `api_date`, Korean time, as epoch milliseconds. */
  readonly at?: number | undefined
  /** `submitTimeUtc` as epoch milliseconds. May differ from `at` by a second (4.3). */
  readonly submittedAt?: number | undefined
  /** `service_oid` */
  readonly oid?: string | undefined
  readonly goods?: string | undefined
  readonly payType?: string | undefined
  /** Billing key. A secret. */
  readonly billingKey?: string | undefined
  /** In the smallest unit of `currency`; absent when the currency is none we know. */
  readonly amount?: number | undefined
  readonly currency?: Currency | undefined
  readonly cardNumber?: string | undefined
  readonly resultUrl?: string | undefined
  readonly serviceDefine?: string | undefined
}

const SUCCESS = 'A0000'
const CLOSED = 'C0998'

/**
 * Reads every shape there is (docs/protocol/overseas.md 4.1): the flat form of the window, the nested answers of the REST calls, and the nested
 * webhook. Unknown fields are ignored; on a failure only `result` and a message can be relied on.
 */
export function readOverseasResult(raw: unknown): OverseasResult {
  const top = fieldReader(raw)
  const code = top?.text('result')
  if (top === undefined || code === undefined) return { status: 'unreadable' }
  const info = fieldReader((raw as { readonly info?: unknown }).info)
  const text = (name: string): string | undefined => info?.text(name) ?? top.text(name)
  const currency = CURRENCIES.find((each) => each === text('currency'))
  return {
    status: code === SUCCESS ? 'success' : code === CLOSED ? 'closed' : 'error',
    type: top.oneOf(['PAYMENT', 'CANCEL'], 'type'),
    code,
    // One sample reads the domestic name (8.1 row 12).
    message: top.text('message', 'result_msg'),
    apiId: typeof (raw as { readonly api_id?: unknown }).api_id === 'string' ? top.text('api_id') : undefined,
    at: readOverseasTime(top.text('api_date'), '+09:00'),
    submittedAt: readOverseasTime(text('submitTimeUtc'), 'Z'),
    oid: text('service_oid'),
    goods: text('comments'),
    payType: text('pay_type'),
    billingKey: text('billing_key'),
    amount: currency === undefined ? undefined : readAmount(text('totalAmount'), currency),
    currency,
    cardNumber: text('card_number'),
    resultUrl: top.text('resultUrl'),
    serviceDefine: text('serviceDefine'),
  }
}
