/** `POST /php/PayChkAct.php`: looks a payment up (docs/protocol/domestic.md sections 6.5 and 11.2 U11). */
import type { Means, PaymentRecord } from '../state/records.ts'
import type { Merchant } from '../settings.ts'
import { within } from '../state/store.ts'
import { type Answer, refusal } from '../wire/answers.ts'
import { type Fields, text } from '../wire/fields.ts'
import { kstDate } from '../wire/kst.ts'
import { amountFields, approvalFields, guardFields, meansFields, payerFields } from '../wire/result-fields.ts'
import type { World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import { serverCall } from './server-call.ts'

/** Answers a lookup. Anything but money that moved is an error: unknown, unconfirmed and declined look alike. */
export function answerLookup(world: World, request: Request): Promise<Response> {
  return serverCall(world, request, {
    operation: 'lookup',
    events: ['lookup', 'lookup.refused'],
    answer: (fields) => lookUp(world, fields),
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
  if (!isOfMonth(payment, fields)) return undefined
  // "Date of the payment request"; around midnight the approval may already be the next day, so both count.
  const dates = [kstDate(payment.requestedAt), kstDate(payment.paidAt)]
  return dates.includes(text(fields, 'PCD_PAY_DATE')) ? payment : undefined
}

/** Where window results say personal or company, a lookup says it in Korean (section 4). */
function holderType(means: Means): Answer {
  return means.type === 'transfer' ? { PCD_PAY_BANKACCTYPE: means.corporate ? '법인' : '개인' } : {}
}

/** The guard is optional; when it is sent, it has to be that of the payment. */
function isOfMonth({ request }: PaymentRecord, fields: Fields): boolean {
  if (text(fields, 'PCD_REGULER_FLAG') !== 'Y') return true
  return ['PCD_REGULER_FLAG', 'PCD_PAY_YEAR', 'PCD_PAY_MONTH'].every(
    (name) => text(fields, name) === text(request.fields, name),
  )
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
    ...holderType(payment.means),
    ...approvalFields(payment),
    ...refund,
  }
}
