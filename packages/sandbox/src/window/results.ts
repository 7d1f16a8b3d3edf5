/** What the window hands to the page (docs/protocol/domestic.md section 4). */
import { CONFIRM_PATH } from '../routes/auth-variants.ts'
import type { PaymentRecord, WindowSession } from '../state/records.ts'
import { type Answer, refusal } from '../wire/answers.ts'
import { text } from '../wire/fields.ts'
import { kstTime } from '../wire/kst.ts'
import {
  amountFields,
  approvalFields,
  cardFields,
  discountFields,
  guardFields,
  methodFields,
  payerFields,
} from '../wire/result-fields.ts'
import type { WindowRequest } from './request.ts'

/** A card was registered and nothing else happened. `existed`: this partner had registered it before. */
export function authResult(payment: PaymentRecord, existed: boolean): Answer {
  const { request } = payment
  return {
    ...success('0000', existed ? '기 인증고객 입니다.' : '카드인증완료'),
    ...kindFields(request),
    PCD_AUTH_KEY: payment.authKey,
    ...payerFields(request, payment.payerId),
    PCD_PAY_OID: request.oid,
    PCD_PAY_TIME: kstTime(payment.createdAt),
    ...cardFields(payment.card),
    ...echoFields(request),
  }
}

/** A card was checked; nothing moved. Carries what the server needs to confirm, and no approval. */
export function certResult(payment: PaymentRecord, origin: string, pathPrefix: string): Answer {
  const { request } = payment
  const path = pathPrefix + CONFIRM_PATH
  return {
    ...success('0000', '카드인증완료'),
    ...kindFields(request),
    PCD_AUTH_KEY: payment.authKey,
    PCD_PAY_REQKEY: payment.reqKey,
    PCD_PAY_COFURL: origin + path,
    PCD_PAY_HOST: origin,
    PCD_PAY_URL: path,
    ...paymentFields(payment),
    ...cardFields(payment.card),
    ...echoFields(request),
  }
}

/** Money moved inside the window. */
export function payResult(payment: PaymentRecord): Answer {
  const { request } = payment
  return {
    ...success('SPCD0000', '카드결제완료'),
    ...kindFields(request),
    PCD_AUTH_KEY: payment.authKey,
    ...paymentFields(payment),
    ...cardFields(payment.card),
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

function success(code: string, message: string): Answer {
  return { PCD_PAY_RST: 'success', PCD_PAY_CODE: code, PCD_PAY_MSG: message }
}

function kindFields(request: WindowRequest): Answer {
  return {
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: request.work,
    PCD_CARD_VER: request.cardVersion,
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
    PCD_PAY_CARDQUOTA: '00',
  }
}

function requestFields(request: WindowRequest): Answer {
  const goods = request.work === 'AUTH' ? {} : { PCD_PAY_GOODS: request.goods, ...amountFields(request) }
  return {
    ...kindFields(request),
    ...payerFields(request, ''),
    PCD_PAY_OID: request.oid,
    ...goods,
    ...echoFields(request),
  }
}

function echoFields({ fields }: WindowRequest): Answer {
  return {
    PCD_SIMPLE_FLAG: text(fields, 'PCD_SIMPLE_FLAG'),
    PCD_RST_URL: text(fields, 'PCD_RST_URL'),
    PCD_USER_DEFINE1: text(fields, 'PCD_USER_DEFINE1'),
    PCD_USER_DEFINE2: text(fields, 'PCD_USER_DEFINE2'),
  }
}
