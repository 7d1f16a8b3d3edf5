/** `POST /php/account/api/cPayCAct.php`: gives money back (docs/protocol/domestic.md section 6.2). */
import { INSTITUTION_CODES } from '../scenarios/institution-codes.ts'
import type { Merchant } from '../settings.ts'
import type { PaymentRecord } from '../state/records.ts'
import { type ReceiptOutcome, refund, type RefundProblem, refundProblem } from '../state/refunds.ts'
import { within } from '../state/store.ts'
import { announceCancelled } from '../webhooks/announcements.ts'
import { type Answer, refusal } from '../wire/answers.ts'
import { type Fields, text } from '../wire/fields.ts'
import { kstDate } from '../wire/kst.ts'
import { guardFields } from '../wire/result-fields.ts'
import type { World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import { serverCall } from './server-call.ts'

/** Answers a cancel. The codes are those of section 9.11, which are only weakly attested. */
export function answerCancel(world: World, request: Request): Promise<Response> {
  return serverCall(world, request, {
    operation: 'cancel',
    events: ['cancel.done', 'cancel.refused'],
    answer: (fields) => cancel(world, fields),
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
  const won = /^\d{1,15}$/.test(amount) ? Number(amount) : Number.NaN
  const problem = refundProblem(payment, won)
  if (problem !== undefined) return refused(merchant, problem)
  const receipt = refund(world, payment, won, 'api')
  announceCancelled(world, payment, won)
  return cancelled(payment, fields, won, receipt)
}

function refused(merchant: Merchant, problem: RefundProblem): Answer {
  switch (problem) {
    case 'nothing-left':
      return refusal(merchant, 'PAYC0007')
    case 'too-much':
      return refusal(merchant, 'PAYC0011')
    case 'no-amount':
      return institution(merchant, '1126')
    case 'no-parts':
      return institution(merchant, '1144')
    default:
      throw problem satisfies never
  }
}

/** The payment of this number and of this day, if money ever moved. */
function find(world: World, merchant: Merchant, fields: Fields): PaymentRecord | undefined {
  const payment = world.store.payments.get(within(merchant, text(fields, 'PCD_PAY_OID')))
  if (payment?.paidAt === undefined) return undefined
  return text(fields, 'PCD_PAY_DATE') === kstDate(payment.paidAt) ? payment : undefined
}

function cancelled(payment: PaymentRecord, fields: Fields, won: number, receipt: ReceiptOutcome): Answer {
  const { request } = payment
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'PAYC0000',
    PCD_PAY_MSG: '환불성공',
    PCD_PAY_OID: payment.oid,
    PCD_PAY_TYPE: request.type,
    PCD_PAYER_NO: text(request.fields, 'PCD_PAYER_NO'),
    PCD_PAYER_ID: payment.payerId,
    ...guardFields(request),
    PCD_PAY_GOODS: request.goods,
    PCD_REFUND_TOTAL: String(won),
    // Both names are in use for the request; the answer has the newer one (section 11.1 row 9).
    PCD_REFUND_TAXTOTAL: text(fields, 'PCD_REFUND_TAXTOTAL') || text(fields, 'PCD_PAY_TAXTOTAL'),
    ...(request.type === 'card'
      ? { PCD_PAY_CARDTRADENUM: payment.tradeNumber, PCD_PAY_CARDRECEIPT: payment.slipUrl }
      : RECEIPT_FIELDS[receipt]),
  }
}

/** Here the result is `0000` or an error instead of Y or N (section 6.2). */
const RECEIPT_FIELDS: Readonly<Record<ReceiptOutcome, Answer>> = {
  none: { PCD_TAXSAVE_RST: '', PCD_TAXSAVE_MSG: '' },
  cancelled: { PCD_TAXSAVE_RST: '0000', PCD_TAXSAVE_MSG: '현금영수증 발행취소 성공' },
  stuck: { PCD_TAXSAVE_RST: '-10002122', PCD_TAXSAVE_MSG: '현금영수증 발행취소 실패..' },
}

function institution(merchant: Merchant, code: '1126' | '1144'): Answer {
  return refusal(merchant, code, INSTITUTION_CODES[code]?.[0])
}
