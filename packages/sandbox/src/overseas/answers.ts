/** How results are printed: nested for servers, flat for the window (docs/protocol/overseas.md section 4.1). */
import { kstText } from '../wire/kst.ts'
import type { World } from '../world.ts'
import { printed } from './amounts.ts'
import { OVERSEAS_CODES, SIMULATED } from './codes.ts'
import type { SimulatedCode } from './options.ts'
import type { OverseasCancel, OverseasPayment } from './state.ts'

/** The result object of REST answers and webhooks. All leaf values are strings. */
export interface Nested {
  type?: 'PAYMENT' | 'CANCEL'
  result: string
  message: string
  resultUrl?: string
  api_id?: string
  api_date?: string
  info?: Record<string, string>
  serviceDefine?: string
}

/** A refusal has `result` and `message` and nothing else (section 4.2). */
export type Refusal = Pick<Nested, 'result' | 'message'>

/** A code of Payple's with its text. */
export function refusal(code: keyof typeof OVERSEAS_CODES): Refusal {
  return { result: code, message: OVERSEAS_CODES[code] ?? '' }
}

/** A code of the sandbox's own, or the real one it was told to use instead. */
export function simulated({ settings }: World, code: SimulatedCode, detail = ''): Refusal {
  return { result: settings.overseas.codes[code] ?? code, message: `${SIMULATED[code]}${detail}` }
}

/** The nested result of a payment. */
export function paymentAnswer(world: World, payment: OverseasPayment): Nested {
  const { phoneNumber } = payment
  return {
    type: 'PAYMENT',
    result: 'A0000',
    message: '처리 성공',
    resultUrl: payment.resultUrl,
    api_id: payment.apiId,
    api_date: kstText(payment.paidAt),
    info: {
      service_oid: payment.oid,
      comments: payment.goods,
      pay_type: 'card',
      billing_key: payment.billingKey,
      totalAmount: payment.totalAmount,
      currency: payment.currency,
      firstName: payment.firstName,
      lastName: payment.lastName,
      email: payment.email,
      // Removed from the samples in 2023, still in the webhook's documentation (8.1 row 7).
      ...(phoneNumber === '' ? {} : { phoneNumber }),
      card_number: payment.cardNumber,
      submitTimeUtc: utcTime(payment.paidAt - world.settings.overseas.utcSkewSeconds * 1000),
    },
    serviceDefine: payment.serviceDefine,
  }
}

/** The nested result of a cancel. `resultUrl` and `serviceDefine`: those of the request, empty for the console (section 6.4). */
export function cancelAnswer(
  payment: OverseasPayment,
  cancel: OverseasCancel,
  { resultUrl, serviceDefine }: { resultUrl: string; serviceDefine: string },
): Nested {
  return {
    type: 'CANCEL',
    result: 'A0000',
    message: '처리 성공',
    resultUrl,
    api_id: cancel.apiId,
    api_date: kstText(cancel.at),
    info: {
      totalAmount: printed(cancel.amount, payment.currency),
      currency: payment.currency,
      service_oid: payment.oid,
      submitTimeUtc: utcTime(cancel.at),
    },
    serviceDefine,
  }
}

/** One level, as the window's form posts it. */
export function flat({ info = {}, ...top }: Nested): Record<string, string> {
  return { ...(top as Record<string, string>), ...info }
}

/** JSON, with the configured status for refusals. */
export function answer({ settings }: World, body: Nested | Refusal | Record<string, string>): Response {
  const good = body.result === 'A0000' || body.result === 'T0000'
  return Response.json(body, {
    status: good ? 200 : settings.overseas.errorStatus,
    headers: { 'cache-control': 'no-store' },
  })
}

function utcTime(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ')
}
