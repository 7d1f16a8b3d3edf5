/** `POST /php/PayChkAct.php`: looks a payment up (docs/protocol/domestic.md sections 6.5 and 11.2 U11). */
import type { PaymentRecord } from '../state/records.ts'
import type { Merchant } from '../settings.ts'
import { within } from '../state/store.ts'
import { type Answer, jsonAnswer, refusal, scriptedRefusal } from '../wire/answers.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import { kstDate } from '../wire/kst.ts'
import { amountFields, approvalFields, guardFields, meansFields, payerFields } from '../wire/result-fields.ts'
import { record, type World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import { underFault } from './under-fault.ts'

/** Answers a lookup. Anything but money that moved is an error: unknown, unconfirmed and declined look alike. */
export async function answerLookup(world: World, request: Request): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  const oid = text(fields, 'PCD_PAY_OID')
  return underFault(world, { operation: 'lookup', request, oid, refuse: scriptedRefusal }, () => {
    const answer = lookUp(world, fields)
    const type = answer['PCD_PAY_RST'] === 'success' ? 'lookup' : 'lookup.refused'
    record(world, type, { request, fields, answer, oid })
    return jsonAnswer(answer)
  })
}

function lookUp(world: World, fields: Fields): Answer {
  const check = spendAuthKey(world, fields, 'lookup')
  if (!check.ok) return refusal(check.merchant, check.problem === 'expired' ? 'CBIL0002' : 'CBIL0001')
  const { merchant } = check.session
  // The 2020 manual sends a cancel here by mistake (section 11.1 row 5); it must not pass for a lookup.
  if (text(fields, 'PCD_PAYCHK_FLAG') !== 'Y' || text(fields, 'PCD_PAYCANCEL_FLAG') === 'Y') {
    return refusal(merchant, 'CBIL0001')
  }
  const payment = find(world, merchant, fields)
  return payment === undefined ? refusal(merchant, 'CBIL0003') : found(payment)
}

function find(world: World, merchant: Merchant, fields: Fields): PaymentRecord | undefined {
  const payment = world.store.payments.get(within(merchant, text(fields, 'PCD_PAY_OID')))
  if (payment?.paidAt === undefined || text(fields, 'PCD_PAY_TYPE') !== payment.request.type) return undefined
  // "Date of the payment request"; around midnight the approval may already be the next day, so both count.
  const dates = [kstDate(payment.requestedAt), kstDate(payment.paidAt)]
  return dates.includes(text(fields, 'PCD_PAY_DATE')) ? payment : undefined
}

function found(payment: PaymentRecord): Answer {
  const { request } = payment
  const refund = payment.refundedTotal > 0 ? { PCD_REFUND_TOTAL: String(payment.refundedTotal) } : {}
  const { PCD_PAYER_HP: _, ...payer } = payerFields(request, payment.payerId)
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'PCHK0000',
    PCD_PAY_MSG: '조회완료',
    PCD_PAY_OID: payment.oid,
    PCD_PAY_TYPE: request.type,
    ...payer,
    ...guardFields(request),
    PCD_PAY_GOODS: request.goods,
    ...amountFields(request),
    ...meansFields(payment.means),
    ...approvalFields(payment),
    ...refund,
  }
}
