/** `POST /php/PayCardConfirmAct.php`: takes the money of a CERT payment (docs/protocol/domestic.md section 5). */
import type { PaymentRecord } from '../state/records.ts'
import { charge, decline, findBillingKey } from '../state/payments.ts'
import { INSTITUTION_CODES } from '../scenarios/institution-codes.ts'
import { type Answer, jsonAnswer, refusal, scriptedRefusal } from '../wire/answers.ts'
import { type Fields, parseJson, readBody, text } from '../wire/fields.ts'
import {
  amountFields,
  approvalFields,
  cardFields,
  discountFields,
  guardFields,
  methodFields,
  payerFields,
} from '../wire/result-fields.ts'
import { findMerchant, record, type World } from '../world.ts'
import { CONFIRM_PATH } from './auth-variants.ts'
import { underFault } from './under-fault.ts'

/** Answers a confirm, wherever it was sent: an address other than `PCD_PAY_COFURL` is refused with AUTH0008. */
export async function answerConfirm(world: World, request: Request): Promise<Response> {
  const fields = parseJson(await readBody(request)) ?? new Map<string, string>()
  const oid = world.store.paymentsByReqKey.get(text(fields, 'PCD_PAY_REQKEY'))?.oid
  return underFault(world, { operation: 'confirm', request, oid, refuse: scriptedRefusal }, async () => {
    const { pathname, search } = new URL(request.url)
    const rightPlace = pathname + search === world.settings.pathPrefix + CONFIRM_PATH
    const answer = rightPlace ? await confirm(world, fields) : refusal(merchantOf(world, fields), 'AUTH0008')
    const type = answer['PCD_PAY_RST'] === 'success' ? 'confirm.charged' : 'confirm.refused'
    record(world, type, { request, fields, answer, ...(oid === undefined ? {} : { oid }) })
    return jsonAnswer(answer)
  })
}

async function confirm(world: World, fields: Fields): Promise<Answer> {
  const payment = world.store.paymentsByReqKey.get(text(fields, 'PCD_PAY_REQKEY'))
  const code = problemWith(world, payment, fields)
  if (payment === undefined || code !== undefined) {
    return refusal(payment?.merchant ?? merchantOf(world, fields), code ?? 'CPCA0005')
  }
  const { outcome } = payment.card
  if (outcome.type === 'decline') {
    decline(payment, outcome.code)
    return refusal(payment.merchant, 'CPCA0010', INSTITUTION_CODES[outcome.code]?.[0])
  }
  // From here on the payment is taken: a second confirm that arrives during the wait must not charge again.
  payment.status = 'approving'
  if (outcome.type === 'slow') await world.settings.wait(outcome.ms)
  charge(world, payment)
  return confirmed(payment)
}

/** The first reason to refuse. Identity comes before state, so that nobody learns about a stranger's payment. */
function problemWith(world: World, payment: PaymentRecord | undefined, fields: Fields): string | undefined {
  const { settings } = world
  const stranger = credentialProblem(world, fields)
  if (stranger !== undefined) return stranger
  if (payment === undefined || payment.authKey !== text(fields, 'PCD_AUTH_KEY')) return 'CPCA0005'
  if (merchantOf(world, fields) !== payment.merchant) return 'CPCA0005'
  if (payment.request.cardVersion === '01') {
    const payerId = text(fields, 'PCD_PAYER_ID')
    if (payerId === '') return 'CPCA0003'
    if (payerId !== payment.payerId) return 'CPCA0004'
    // Deleted between authentication and confirm.
    if (findBillingKey(world, payment.merchant, payerId) === undefined) return 'CPCA0002'
  }
  if (payment.status === 'expired') return 'CPCA0001'
  if (payment.status !== 'authenticated') return 'CPCA0201'
  if (settings.now() - payment.createdAt > settings.confirmWindowMs) {
    payment.status = 'expired'
    return 'CPCA0001'
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
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'PCCF0000',
    PCD_PAY_MSG: '카드결제완료',
    PCD_PAY_REQKEY: payment.reqKey,
    PCD_PAY_OID: payment.oid,
    PCD_PAY_TYPE: 'card',
    ...methodFields(request),
    PCD_TX_KEY: payment.txKey,
    ...payerFields(request, payment.payerId),
    PCD_PAY_GOODS: request.goods,
    ...discountFields(request),
    ...amountFields(request),
    ...guardFields(request),
    PCD_PAY_CARDQUOTA: '00',
    ...cardFields(payment.card),
    ...approvalFields(payment),
  }
}
