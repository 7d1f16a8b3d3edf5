/** What the window hands to the page (docs/protocol/domestic.md section 4). */
import { CONFIRM_PATHS } from '../routes/auth-variants.ts'
import type { PaymentRecord, WindowSession } from '../state/records.ts'
import { type Answer, refusal } from '../wire/answers.ts'
import { text } from '../wire/fields.ts'
import { kstTime } from '../wire/kst.ts'
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
import type { PaymentRequest } from './request.ts'

/** A card or account was registered and nothing else happened. `existed`: this partner had registered it before. */
export function authResult(payment: PaymentRecord, existed: boolean): Answer {
  const { request } = payment
  return {
    ...success('0000', existed ? '기 인증고객 입니다.' : authenticated(request)),
    ...kindFields(request),
    PCD_AUTH_KEY: payment.authKey,
    ...payerFields(request, payment.payerId),
    PCD_PAY_OID: request.oid,
    PCD_PAY_TIME: kstTime(payment.createdAt),
    ...meansFields(payment.means),
    ...echoFields(request),
  }
}

/** A card or account was checked; nothing moved. Carries what the server needs to confirm, and no approval. */
export function certResult(payment: PaymentRecord, origin: string, pathPrefix: string): Answer {
  const { request } = payment
  const path = pathPrefix + CONFIRM_PATHS[request.type]
  return {
    ...success('0000', authenticated(request)),
    ...kindFields(request),
    PCD_AUTH_KEY: payment.authKey,
    PCD_PAY_REQKEY: payment.reqKey,
    PCD_PAY_COFURL: origin + path,
    PCD_PAY_HOST: origin,
    PCD_PAY_URL: path,
    ...paymentFields(payment),
    ...meansFields(payment.means),
    ...echoFields(request),
  }
}

/** Money moved inside the window. */
export function payResult(payment: PaymentRecord): Answer {
  const { request } = payment
  return {
    ...success('SPCD0000', request.type === 'card' ? '카드결제완료' : '출금이체완료'),
    ...kindFields(request),
    PCD_AUTH_KEY: payment.authKey,
    ...paymentFields(payment),
    ...meansFields(payment.means),
    ...approvalFields(payment),
    ...echoFields(request),
  }
}

/** A failure after input, with the request's own fields and nothing that could be mistaken for a payment. */
export function errorResult(session: WindowSession, code: string, message: string): Answer {
  return { ...refusal(session.merchant, code, message), ...requestFields(session.request) }
}

/** A result that a fault asked for word by word. */
export function scriptedResult(session: WindowSession, code: string, message: string): Answer {
  return { PCD_PAY_RST: 'error', PCD_PAY_CODE: code, PCD_PAY_MSG: message, ...requestFields(session.request) }
}

/** The buyer closed a direct window: the request comes back, without a code and without credentials (section 3.7). */
export function closeResult(session: WindowSession): Answer {
  const echo = [...session.request.fields].filter(
    ([name]) => name.startsWith('PCD_') && !['PCD_CST_ID', 'PCD_CUST_KEY', 'PCD_HTTP_REFERER'].includes(name),
  )
  return { ...Object.fromEntries(echo), PCD_PAY_RST: 'close', PCD_PAY_MSG: '결제를 종료하였습니다.' }
}

function authenticated({ type }: PaymentRequest): string {
  return type === 'card' ? '카드인증완료' : '계좌인증완료'
}

function success(code: string, message: string): Answer {
  return { PCD_PAY_RST: 'success', PCD_PAY_CODE: code, PCD_PAY_MSG: message }
}

function kindFields(request: PaymentRequest): Answer {
  return {
    PCD_PAY_TYPE: request.type,
    PCD_PAY_WORK: request.work,
    ...(request.type === 'card' ? { PCD_CARD_VER: request.cardVersion } : {}),
    ...methodFields(request),
  }
}

function paymentFields(payment: PaymentRecord): Answer {
  const { request } = payment
  return {
    ...payerFields(request, payment.payerId),
    PCD_PAY_OID: payment.oid,
    PCD_PAY_GOODS: request.goods,
    ...amountFields(request),
    ...discountFields(request),
    ...guardFields(request),
    PCD_TX_KEY: payment.txKey,
    ...quotaFields(request),
  }
}

function requestFields(request: PaymentRequest): Answer {
  const goods = request.work === 'AUTH' ? {} : { PCD_PAY_GOODS: request.goods, ...amountFields(request) }
  return {
    ...kindFields(request),
    ...payerFields(request, ''),
    PCD_PAY_OID: request.oid,
    ...goods,
    ...echoFields(request),
  }
}

function echoFields({ fields }: PaymentRequest): Answer {
  return {
    PCD_SIMPLE_FLAG: text(fields, 'PCD_SIMPLE_FLAG'),
    PCD_RST_URL: text(fields, 'PCD_RST_URL'),
    PCD_USER_DEFINE1: text(fields, 'PCD_USER_DEFINE1'),
    PCD_USER_DEFINE2: text(fields, 'PCD_USER_DEFINE2'),
  }
}
