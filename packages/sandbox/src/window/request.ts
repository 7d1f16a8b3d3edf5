/** What was asked for, read from the form that opened a window or from a call that charges a billing key. */
import { type Fields, text } from '../wire/fields.ts'

/** The `PCD_PAY_WORK` values of the window (docs/protocol/domestic.md section 3.9). */
type PayWork = 'AUTH' | 'CERT' | 'PAY'

/** The `PCD_PAY_TYPE` values (section 3.8). */
export type PayType = 'card' | 'transfer'

/** The `PCD_PAY_METHOD` values (section 3.8, 2025-10 on). */
export const PAY_METHODS = ['appCard', 'naverPay', 'kakaoPay'] as const

/** One of `PAY_METHODS`. */
export type PayMethod = (typeof PAY_METHODS)[number]

/** A payment that somebody asked for. */
export interface PaymentRequest {
  /** `PCD_PAY_TYPE`. */
  type: PayType
  work: PayWork
  /** `01` card entry with a billing key, `02` app card. Always `01` for a transfer. */
  cardVersion: '01' | '02'
  /** Means of an app-card payment: fixed by the request, otherwise chosen by the buyer. */
  method: PayMethod
  /** Order number, generated when the form carried none. */
  oid: string
  goods: string
  /** Whole won; 0 for AUTH. */
  total: number
  /** PIN payment (`PCD_SIMPLE_FLAG` Y and `PCD_PAYER_AUTHTYPE` pwd). */
  pin: boolean
  /** Billing key of a returning PIN payer, or `''`. */
  payerId: string
  /** Result goes by form POST from the window itself, because `PCD_RST_URL` is absolute (section 3.5). */
  direct: boolean
  /** Every posted field, for the echo. */
  fields: Fields
}

/** Payple's test for direct mode is "contains", not "starts with" (section 3.5). */
export function isDirect(returnUrl: string): boolean {
  return returnUrl.includes('http://') || returnUrl.includes('https://')
}

/** Reads a form that `problemIn` found no fault with. `makeOid` is called only when no order number was sent. */
export function readWindowRequest(fields: Fields, makeOid: () => string): PaymentRequest {
  const work = text(fields, 'PCD_PAY_WORK') as PayWork
  const type = text(fields, 'PCD_PAY_TYPE') === 'transfer' ? 'transfer' : 'card'
  return {
    type,
    work,
    // Some shops send `PCD_CARD_VER` with a transfer too, where it means nothing (section 3.8).
    cardVersion: type === 'card' && text(fields, 'PCD_CARD_VER') === '02' ? '02' : '01',
    method: asMethod(text(fields, 'PCD_PAY_METHOD')) ?? 'appCard',
    oid: text(fields, 'PCD_PAY_OID') || makeOid(),
    goods: text(fields, 'PCD_PAY_GOODS'),
    total: work === 'AUTH' ? 0 : Number(text(fields, 'PCD_PAY_TOTAL')),
    pin: text(fields, 'PCD_SIMPLE_FLAG') === 'Y' && text(fields, 'PCD_PAYER_AUTHTYPE') === 'pwd',
    payerId: text(fields, 'PCD_PAYER_ID'),
    direct: isDirect(text(fields, 'PCD_RST_URL')),
    fields,
  }
}

/** The method of this name, if there is one. */
export function asMethod(name: string): PayMethod | undefined {
  return PAY_METHODS.find((method) => method === name)
}
