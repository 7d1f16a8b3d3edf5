/**
 * `POST /php/PayCardConfirmAct.php` and, for transfers, `/php/PayConfirmAct.php`: takes the money of a CERT payment
 * (docs/protocol/domestic.md section 5).
 */
import { checkFields } from '../fields/unknown.ts'
import { isExpired } from '../scenarios/strike.ts'
import { approve } from '../state/approve.ts'
import { findUnconfirmedKey } from '../state/billing-keys.ts'
import type { PaymentRecord } from '../state/records.ts'
import { announcePaid, takeBackAndAnnounce } from '../webhooks/announcements.ts'
import { type Answer, jsonAnswer, refusal, scriptedRefusal } from '../wire/answers.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import {
  amountFields,
  approvalFields,
  discountFields,
  guardFields,
  meansFields,
  methodFields,
  payerFields,
  quotaFields,
} from '../wire/result-fields.ts'
import { type WindowRefusal, windowRefusal } from '../wire/window-codes.ts'
import type { PayType } from '../window/request.ts'
import { certResult } from '../window/results.ts'
import { findMerchant, originOf, record, type World } from '../world.ts'
import { CONFIRM_PATHS } from './auth-variants.ts'
import { underFault } from './under-fault.ts'

/** Answers a confirm, wherever it was sent: an address other than `PCD_PAY_COFURL` is refused with AUTH0008. */
export async function answerConfirm(world: World, request: Request): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  const payment = world.store.paymentsByReqKey.get(text(fields, 'PCD_PAY_REQKEY'))
  const oid = payment?.oid
  checkFields(world, request, fields, 'domestic', oid)
  const fresh = payment?.status === 'authenticated'
  const undo = () => fresh && takeBackAndAnnounce(world, payment)
  return underFault(world, { operation: 'confirm', request, oid, refuse: scriptedRefusal, undo }, async () => {
    const { pathname, search } = new URL(request.url)
    // For a confirm of nothing there is no right address, and what is wrong with its keys says more.
    const type = payment?.request.type ?? (pathname.endsWith('/PayConfirmAct.php') ? 'transfer' : 'card')
    const rightPlace = pathname + search === world.settings.pathPrefix + CONFIRM_PATHS[type]
    const answer = rightPlace
      ? await confirm(world, fields, type, originOf(world, request))
      : refusal(payment?.merchant ?? merchantOf(world, fields), 'AUTH0008')
    const event = answer['PCD_PAY_RST'] === 'success' ? 'confirm.charged' : 'confirm.refused'
    record(world, event, { request, fields, answer, ...(oid === undefined ? {} : { oid }) })
    return jsonAnswer(answer)
  })
}

async function confirm(world: World, fields: Fields, type: PayType, origin: string): Promise<Answer> {
  const merchant = merchantOf(world, fields)
  const stranger = credentialProblem(world, fields)
  const payment = world.store.paymentsByReqKey.get(text(fields, 'PCD_PAY_REQKEY'))
  if (stranger !== undefined) return refusal(payment?.merchant ?? merchant, stranger)
  if (payment === undefined || payment.authKey !== text(fields, 'PCD_AUTH_KEY') || merchant !== payment.merchant) {
    return windowRefusal(payment?.merchant ?? merchant, type, 'wrong-keys')
  }
  const problem = problemWith(world, payment, fields)
  if (problem !== undefined) return windowRefusal(payment.merchant, type, problem)
  const approval = await approve(world, payment)
  if (approval.type === 'declined') return windowRefusal(payment.merchant, type, 'declined', approval.text)
  if (approval.type === 'guarded') return windowRefusal(payment.merchant, type, 'guard')
  const key = findUnconfirmedKey(world, payment.merchant, payment.payerId)
  if (key !== undefined) key.provisional = false
  const answer = confirmed(payment)
  // The message has the fields of the window's result as well (section 8.3).
  announcePaid(world, payment, { ...certResult(payment, origin, world.settings.pathPrefix), ...answer })
  return approval.type === 'unknown' ? windowRefusal(payment.merchant, type, 'unknown') : answer
}

/** The first reason to refuse. Identity comes before state, so that nobody learns about a stranger's payment. */
function problemWith(world: World, payment: PaymentRecord, fields: Fields): WindowRefusal | undefined {
  const { settings } = world
  if (payment.request.cardVersion === '01') {
    const payerId = text(fields, 'PCD_PAYER_ID')
    if (payerId === '') return 'no-payer'
    if (payerId !== payment.payerId) return 'other-payer'
    // Deleted between authentication and confirm.
    if (findUnconfirmedKey(world, payment.merchant, payerId) === undefined) return 'deleted-payer'
  }
  if (payment.status === 'expired') return 'late'
  if (payment.status !== 'authenticated') return 'duplicate'
  if (settings.now() - payment.createdAt > settings.confirmWindowMs || isExpired(world, payment.oid)) {
    payment.status = 'expired'
    return 'late'
  }
  return undefined
}

/** Raw ids, or the tokens of any auth call of the same partner (sections 2.5 and 11.1 row 24). */
function credentialProblem(world: World, fields: Fields): string | undefined {
  if (text(fields, 'PCD_CST_ID') === '') return 'AUTH0001'
  const merchant = merchantOf(world, fields)
  if (merchant === undefined) return 'AUTH0003'
  const key = text(fields, 'PCD_CUST_KEY')
  return key === merchant.custKey || tokenOwner(world, 'custToken', key) === merchant ? undefined : 'AUTH0002'
}

function merchantOf(world: World, fields: Fields): PaymentRecord['merchant'] | undefined {
  const id = text(fields, 'PCD_CST_ID')
  return findMerchant(world, id) ?? tokenOwner(world, 'cstToken', id)
}

function tokenOwner(
  world: World,
  kind: 'cstToken' | 'custToken',
  token: string,
): PaymentRecord['merchant'] | undefined {
  if (token === '') return undefined
  return world.store.tokens.get(`${kind}\n${token}`)
}

function confirmed(payment: PaymentRecord): Answer {
  const { request } = payment
  const card = request.type === 'card'
  return {
    PCD_PAY_RST: 'success',
    // The code of a transfer was never recorded (section 5.2).
    PCD_PAY_CODE: card ? 'PCCF0000' : 'SPCD0000',
    PCD_PAY_MSG: card ? '카드결제완료' : '출금이체완료',
    PCD_PAY_REQKEY: payment.reqKey,
    PCD_PAY_OID: payment.oid,
    PCD_PAY_TYPE: request.type,
    ...methodFields(request),
    PCD_TX_KEY: payment.txKey,
    ...payerFields(request, payment.payerId),
    PCD_PAY_GOODS: request.goods,
    ...discountFields(request),
    ...amountFields(request),
    ...guardFields(request),
    ...quotaFields(request),
    ...meansFields(payment.means),
    ...approvalFields(payment),
  }
}
