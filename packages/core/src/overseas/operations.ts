/** Bodies of the overseas calls that need a token (docs/protocol/overseas.md 5). */
import { decimalOf } from '../currency.ts'
import type { Currency } from '../currency.ts'
import { checkOid, checkText, overseasField, present } from './check.ts'

/** Options of `overseasChargeBody`. */
export interface OverseasChargeOptions {
  readonly serviceId: string
  readonly oid: string
  readonly goods: string
  /** Of an earlier payment. A secret. */
  readonly billingKey: string
  /** In the smallest unit of `currency`. */
  readonly amount: number
  readonly currency: Currency
  /** Default at Payple: those of the first payment. */
  readonly payer?:
    | {
        readonly firstName?: string | undefined
        readonly lastName?: string | undefined
        readonly email?: string | undefined
      }
    | undefined
  /** CVC, 3 or 4 digits; sources disagree whether it must be sent (8.1 row 5). Never store it. */
  readonly securityCode?: string | undefined
  readonly resultUrl: string
}

/**
 * Body of `POST /gpay/billingKey` (5.1). The order number is always sent: without it nobody could look the charge up.
 *
 * @throws PaypleIntegrationError `FIELD_INVALID`, `AMOUNT_INVALID`
 */
export function overseasChargeBody(options: OverseasChargeOptions): Record<string, string> {
  const { serviceId, oid, goods, billingKey, amount, currency, payer = {}, securityCode, resultUrl } = options
  if (securityCode !== undefined && !/^\d{3,4}$/.test(securityCode)) {
    throw overseasField('5.1', 'securityCode', '3 or 4 digits')
  }
  return present({
    service_id: serviceId,
    service_oid: checkOid('5.1', oid),
    comments: checkText('5.1', 'comments', goods),
    billing_key: billingKey,
    securityCode,
    totalAmount: decimalOf(amount, currency),
    currency,
    firstName: payer.firstName,
    lastName: payer.lastName,
    email: payer.email,
    resultUrl,
  })
}

/**
 * Body of `POST /gpay/cancel` (5.3), in full or in part. `resultUrl` is always sent: one library found that it must be (8.1 row 6).
 *
 * @throws PaypleIntegrationError `FIELD_INVALID`, `AMOUNT_INVALID`
 */
export function overseasCancelBody(options: {
  readonly serviceId: string
  readonly oid: string
  /** `api_id` of the payment. */
  readonly payId: string
  readonly goods: string
  /** What to give back, in the smallest unit of the payment's currency. */
  readonly amount: number
  readonly currency: Currency
  readonly resultUrl: string
}): Record<string, string> {
  const { serviceId, oid, payId, goods, amount, currency, resultUrl } = options
  return present({
    service_id: serviceId,
    comments: checkText('5.3', 'comments', goods),
    service_oid: checkOid('5.3', oid),
    pay_id: payId,
    totalAmount: decimalOf(amount, currency),
    currency,
    resultUrl,
  })
}

/** Body of `POST /gpay/paymentResult` (5.4): by our order number, or by Payple's id of the payment. */
export function overseasLookupBody(
  options: { readonly serviceId: string } & (
    | { readonly oid: string; readonly payId?: undefined }
    | { readonly payId: string; readonly oid?: undefined }
  ),
): Record<string, string> {
  const { serviceId, oid, payId } = options
  return present({ service_id: serviceId, service_oid: oid, pay_id: payId })
}
