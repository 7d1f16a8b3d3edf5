/** Charges a billing key without a window (docs/protocol/domestic.md section 6.1). */
import { meansOf } from '../scenarios/strike.ts'
import { approve } from '../state/approve.ts'
import { findBillingKey, forgetBillingKey } from '../state/billing-keys.ts'
import { createPayment, findPayment, isGuarded, makeOrderNumber } from '../state/payments.ts'
import type { BillingKeyRecord, PaymentRecord, PaymentStart } from '../state/records.ts'
import type { Merchant } from '../settings.ts'
import type { PaymentRequest } from '../window/request.ts'
import { isTooLong, MONTH, TRANSFER_MAXIMUM, YEAR } from '../window/limits.ts'
import { announcePaid, takeBackAndAnnounce } from '../webhooks/announcements.ts'
import { type Answer, refusal } from '../wire/answers.ts'
import { type Fields, text } from '../wire/fields.ts'
import { amountFields, approvalFields, guardFields, meansFields, payerFields } from '../wire/result-fields.ts'
import type { World } from '../world.ts'
import { spendAuthKey } from './credentials.ts'
import type { RepayFamily, RepayRefusal } from './repay-families.ts'
import { serverCall } from './server-call.ts'

/** Codes after which Payple unregisters a card by itself: reported lost, stolen, restricted or expired. */
const REMOVES_CARD: ReadonlySet<string> = new Set(['3100', '3122', '3128'])

/** Answers a charge in the codes of its family. */
export function answerRepay(world: World, request: Request, family: RepayFamily): Promise<Response> {
  let made: PaymentRecord | undefined
  return serverCall(world, request, {
    operation: 'repay',
    events: ['repay.charged', 'repay.refused'],
    answer: (fields) => repay(world, request, fields, family, (payment) => (made = payment)),
    undo: () => takeBackAndAnnounce(world, made),
  })
}

async function repay(
  world: World,
  request: Request,
  fields: Fields,
  family: RepayFamily,
  onMade: (payment: PaymentRecord) => void,
): Promise<Answer> {
  const check = spendAuthKey(world, fields, family.purpose)
  if (!check.ok) return refuse(check.merchant, family, KEY_PROBLEMS[check.problem])
  const { merchant } = check.session
  const problem = requestProblem(request, fields, family)
  if (problem !== undefined) return refuse(merchant, family, problem)
  const key = findBillingKey(world, merchant, text(fields, 'PCD_PAYER_ID'))
  if (key === undefined || key.means.type !== family.type) return refuse(merchant, family, 'unknown-payer')
  if (isTooLong(fields)) return refusal(merchant, 'INSERT ERROR')

  const start = startOf(world, merchant, fields, family)
  if (findPayment(world, start) !== undefined) return refuse(merchant, family, 'duplicate')
  if (isGuarded(world, start, key.payerId)) return refuse(merchant, family, 'guard')
  const payment = createPayment(world, start, meansOf(world, start.request.oid, key.means), key.payerId, 'approving')
  onMade(payment)
  return charge(world, payment, key, family)
}

const KEY_PROBLEMS = {
  unknown: 'expired',
  expired: 'expired',
  used: 'expired',
  'other-purpose': 'wrong-access',
  'other-partner': 'wrong-key',
} as const

/** What is wrong with the call itself, whoever made it. */
function requestProblem(request: Request, fields: Fields, family: RepayFamily): RepayRefusal | undefined {
  if (new URL(request.url).searchParams.get('ACT_') !== 'PAYM') return 'wrong-access'
  if (text(fields, family.flag) !== 'Y' || text(fields, 'PCD_PAY_TYPE') !== family.type) return 'wrong-access'
  if (text(fields, 'PCD_PAYER_ID') === '') return 'no-payer'
  if (text(fields, 'PCD_PAY_GOODS') === '') return 'no-goods'
  const total = text(fields, 'PCD_PAY_TOTAL')
  if (!/^\d{1,15}$/.test(total)) return 'other'
  if (Number(total) < family.minimum) return 'minimum'
  if (family.type === 'transfer' && Number(total) > TRANSFER_MAXIMUM) return 'limit'
  if (family.flag === 'PCD_REGULER_FLAG') {
    if (!YEAR.test(text(fields, 'PCD_PAY_YEAR'))) return 'year'
    if (!MONTH.test(text(fields, 'PCD_PAY_MONTH'))) return 'month'
  }
  // For cards a number is generated (section 6.1); the transfer families have a code for its absence.
  return family.type === 'transfer' && text(fields, 'PCD_PAY_OID') === '' ? 'no-order' : undefined
}

function startOf(world: World, merchant: Merchant, fields: Fields, { type }: RepayFamily): PaymentStart {
  const request: PaymentRequest = {
    type,
    work: 'PAY',
    cardVersion: '01',
    method: 'appCard',
    oid: text(fields, 'PCD_PAY_OID') || makeOrderNumber(world, 'sandbox'),
    goods: text(fields, 'PCD_PAY_GOODS'),
    total: Number(text(fields, 'PCD_PAY_TOTAL')),
    pin: false,
    payerId: text(fields, 'PCD_PAYER_ID'),
    direct: false,
    fields,
  }
  return { merchant, request, openedAt: world.settings.now(), channel: 'recurring' }
}

async function charge(
  world: World,
  payment: PaymentRecord,
  key: BillingKeyRecord,
  family: RepayFamily,
): Promise<Answer> {
  const { merchant } = payment
  const approval = await approve(world, payment)
  if (approval.type === 'guarded') return refuse(merchant, family, 'guard')
  if (approval.type !== 'declined') {
    const answer = charged(payment, family)
    announcePaid(world, payment, answer)
    return approval.type === 'unknown' ? refuse(merchant, family, 'unknown') : answer
  }
  if (family.type === 'transfer' || !REMOVES_CARD.has(approval.code)) {
    return refusal(merchant, family.codes.declined, approval.text)
  }
  // SPCD1004 says that the card is gone; RPCD1002, the only one of its family, that removing it failed.
  if (family.codes.removed === 'SPCD1004') forgetBillingKey(world, key)
  return refuse(merchant, family, 'removed')
}

function charged(payment: PaymentRecord, { flag }: RepayFamily): Answer {
  const { request } = payment
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'SPCD0000',
    PCD_PAY_MSG: request.type === 'card' ? '카드결제완료' : '출금이체완료',
    PCD_PAY_OID: payment.oid,
    PCD_PAY_TYPE: request.type,
    ...payerFields(request, payment.payerId),
    PCD_PAY_GOODS: request.goods,
    ...amountFields(request),
    ...meansFields(payment.means),
    ...approvalFields(payment),
    ...guardFields(request),
    ...(flag === 'PCD_SIMPLE_FLAG' ? { PCD_SIMPLE_FLAG: 'Y' } : {}),
    PCD_USER_DEFINE1: text(request.fields, 'PCD_USER_DEFINE1'),
    PCD_USER_DEFINE2: text(request.fields, 'PCD_USER_DEFINE2'),
  }
}

function refuse(merchant: Merchant | undefined, family: RepayFamily, problem: RepayRefusal): Answer {
  return refusal(merchant, family.codes[problem])
}
