/**
 * `POST /php/taxsave/api/tsAct.php`: issues or cancels the cash receipt of a transfer, as `ACT_` says
 * (docs/protocol/domestic.md section 7.1).
 */
import type { FaultOperation } from '../scenarios/faults.ts'
import { cancelReceipt, issueReceipt } from '../state/receipts.ts'
import type { PaymentRecord, Purpose, Receipt } from '../state/records.ts'
import { within } from '../state/store.ts'
import { type Answer, refusal } from '../wire/answers.ts'
import { type Fields, text } from '../wire/fields.ts'
import type { World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import { serverCall } from './server-call.ts'

interface Act {
  name: 'TSREG' | 'TSCANCEL'
  operation: FaultOperation
  purpose: Purpose
  event: string
  message: string
  /** Does it, or answers `undefined` when it cannot be done. */
  perform(world: World, payment: PaymentRecord, fields: Fields): Receipt | undefined
}

const ISSUE: Act = {
  name: 'TSREG',
  operation: 'receipt-issue',
  purpose: 'receipt-issue',
  event: 'receipt.issued',
  message: '현금영수증 발행완료',
  perform(world, payment, fields) {
    const left = payment.request.total - payment.refundedTotal
    // Mandatory in the newer manual and absent in the older one.
    const asked = text(fields, 'PCD_TAXSAVE_AMOUNT') || String(left)
    const standing = payment.receipt !== undefined && !payment.receipt.cancelled
    if (standing || !/^[1-9]\d{0,14}$/.test(asked) || Number(asked) > left) return undefined
    return issueReceipt(world, payment, Number(asked), fields)
  },
}

const CANCEL: Act = {
  name: 'TSCANCEL',
  operation: 'receipt-cancel',
  purpose: 'receipt-cancel',
  event: 'receipt.cancelled',
  message: '현금영수증 발행취소 완료',
  perform: (world, payment) => (cancelReceipt(world, payment) ? payment.receipt : undefined),
}

/** Answers both calls. Any other `ACT_` is a wrong access. */
export function answerReceipt(world: World, request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('ACT_')
  const act = [ISSUE, CANCEL].find(({ name }) => name === asked)
  return serverCall(world, request, {
    operation: act?.operation ?? 'receipt-issue',
    events: [act?.event ?? '', 'receipt.refused'],
    answer: (fields) => (act === undefined ? refusal(undefined, 'BILL0001') : answerAct(world, act, fields)),
  })
}

function answerAct(world: World, act: Act, fields: Fields): Answer {
  const check = spendAuthKey(world, fields, act.purpose)
  if (!check.ok) return refusal(check.merchant, check.problem === 'expired' ? 'BILL0002' : 'BILL0001')
  const { merchant } = check.session
  const payment = world.store.payments.get(within(merchant, text(fields, 'PCD_PAY_OID')))
  if (payment?.paidAt === undefined || payment.request.type !== 'transfer') return refusal(merchant, 'BILL0003')
  if (text(fields, 'PCD_PAYER_ID') !== payment.payerId) return refusal(merchant, 'BILL0003')
  const receipt = act.perform(world, payment, fields)
  if (receipt === undefined) return refusal(merchant, 'BILL0003')
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'TSRG0000',
    PCD_PAY_MSG: act.message,
    PCD_PAY_WORK: act.name,
    PCD_PAYER_ID: payment.payerId,
    PCD_PAY_OID: payment.oid,
    PCD_TAXSAVE_AMOUNT: String(receipt.amount),
    PCD_TAXSAVE_MGTNUM: receipt.managementNumber,
  }
}
