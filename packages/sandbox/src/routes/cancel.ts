/** `POST /php/account/api/cPayCAct.php`: gives money back (docs/protocol/domestic.md section 6.2). */
import { INSTITUTION_CODES } from '../scenarios/institution-codes.ts'
import type { Merchant } from '../settings.ts'
import { giveBack } from '../state/payments.ts'
import type { PaymentRecord } from '../state/records.ts'
import { within } from '../state/store.ts'
import { type Answer, jsonAnswer, refusal, scriptedRefusal } from '../wire/answers.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import { kstDate } from '../wire/kst.ts'
import { guardFields, receiptOf } from '../wire/result-fields.ts'
import { record, type World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import { underFault } from './under-fault.ts'

/** Answers a cancel. The codes are those of section 9.11, which are only weakly attested. */
export async function answerCancel(world: World, request: Request): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  const oid = text(fields, 'PCD_PAY_OID')
  return underFault(world, { operation: 'cancel', request, oid, refuse: scriptedRefusal }, () => {
    const answer = cancel(world, fields)
    const type = answer['PCD_PAY_RST'] === 'success' ? 'cancel.done' : 'cancel.refused'
    record(world, type, { request, fields, answer, oid })
    return jsonAnswer(answer)
  })
}

function cancel(world: World, fields: Fields): Answer {
  const check = spendAuthKey(world, fields, 'cancel')
  if (!check.ok || text(fields, 'PCD_PAYCANCEL_FLAG') !== 'Y') {
    return refusal(check.ok ? check.session.merchant : check.merchant, 'PAYC0001')
  }
  const { merchant } = check.session
  if (text(fields, 'PCD_REFUND_KEY') !== merchant.refundKey) return refusal(merchant, 'PAYC0002')
  const payment = find(world, merchant, fields)
  if (payment === undefined) return refusal(merchant, 'PAYC0007')

  const amount = text(fields, 'PCD_REFUND_TOTAL')
  const refund = Number(amount)
  const { total } = payment.request
  const left = total - payment.refundedTotal
  if (!/^\d{1,15}$/.test(amount) || refund === 0) return institution(merchant, '1126')
  if (refund > left) return refusal(merchant, 'PAYC0011')
  // Only full cancels work on the test account (section 1.4).
  if (merchant.test && refund < total) return institution(merchant, '1144')

  giveBack(world, payment, refund, 'api')
  return cancelled(payment, fields, refund)
}

/** A payment with money left to give back, of this number and of this day. */
function find(world: World, merchant: Merchant, fields: Fields): PaymentRecord | undefined {
  const payment = world.store.payments.get(within(merchant, text(fields, 'PCD_PAY_OID')))
  if (payment?.paidAt === undefined || payment.status === 'refunded') return undefined
  return text(fields, 'PCD_PAY_DATE') === kstDate(payment.paidAt) ? payment : undefined
}

function cancelled(payment: PaymentRecord, fields: Fields, refund: number): Answer {
  const { request } = payment
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'PAYC0000',
    PCD_PAY_MSG: '환불성공',
    PCD_PAY_OID: payment.oid,
    PCD_PAY_TYPE: 'card',
    PCD_PAYER_NO: text(request.fields, 'PCD_PAYER_NO'),
    PCD_PAYER_ID: payment.payerId,
    ...guardFields(request),
    PCD_PAY_GOODS: request.goods,
    PCD_REFUND_TOTAL: String(refund),
    // Both names are in use for the request; the answer has the newer one (section 11.1 row 9).
    PCD_REFUND_TAXTOTAL: text(fields, 'PCD_REFUND_TAXTOTAL') || text(fields, 'PCD_PAY_TAXTOTAL'),
    PCD_PAY_CARDTRADENUM: payment.tradeNumber,
    PCD_PAY_CARDRECEIPT: receiptOf(payment),
  }
}

function institution(merchant: Merchant, code: '1126' | '1144'): Answer {
  return refusal(merchant, code, INSTITUTION_CODES[code]?.[0])
}
