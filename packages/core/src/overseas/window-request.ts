import { decimalOf } from '../currency.ts'
import type { Currency } from '../currency.ts'
import { checkOid, checkText, overseasField, present } from './check.ts'

/** Options of `buildOverseasRequest`. */
export interface OverseasWindowOptions {
  readonly serviceId: string
  /** `service_oid` of this attempt: at most 36 of letters, digits, `_`, `-`; never used twice. */
  readonly oid: string
  readonly goods: string
  /** In the smallest unit of `currency`, 1 or more. */
  readonly amount: number
  readonly currency: Currency
  /** Fill in the form; the buyer can change them. */
  readonly payer?:
    | {
        readonly firstName?: string | undefined
        readonly lastName?: string | undefined
        readonly email?: string | undefined
      }
    | undefined
  /** Absolute address that gets the result POST. There is no callback. */
  readonly resultUrl: string
  /** `true`: the whole page goes to Payple. Default `false`: a layer. */
  readonly direct?: boolean | undefined
}

/**
 * The object for `paypleGpayPaymentRequest`, **without `Authorization` and `payCls`**, which are added on the click
 * (docs/protocol/overseas.md 3.2). Money moves in the window and everything here passes through the browser, so whatever comes back is
 * compared and looked up (3.9).
 *
 * @throws PaypleIntegrationError `FIELD_INVALID`, `AMOUNT_INVALID`
 */
export function buildOverseasRequest(options: OverseasWindowOptions): Record<string, string> {
  const { serviceId, oid, goods, amount, currency, payer = {}, resultUrl, direct = false } = options
  if (!/^https?:\/\/[^\s"'<>]+$/.test(resultUrl))
    throw overseasField('3.2', 'resultUrl', 'an absolute http or https address')
  const optional = (field: 'firstName' | 'lastName' | 'email'): string | undefined => {
    const value = payer[field]
    return value === undefined || value === '' ? undefined : checkText('3.2', field, value, 100)
  }
  return {
    ...present({
      service_id: serviceId,
      service_oid: checkOid('3.2', oid),
      comments: checkText('3.2', 'comments', goods),
      totalAmount: decimalOf(amount, currency),
      currency,
      firstName: optional('firstName'),
      lastName: optional('lastName'),
      email: optional('email'),
      resultUrl,
    }),
    // Sources disagree on the off value; the comments of all samples say "" (8.1 row 4).
    isDirect: direct ? 'Y' : '',
  }
}
