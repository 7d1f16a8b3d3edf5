/** Things that tests of a merchant's server need, with the values of Payple's own examples. Fields given replace them. */
import type { Fields } from './shop.ts'

/** What every result of the manual's first order says (seed `001_e53c95f812b89b37.txt`; docs/protocol/domestic.md section 4). */
const ORDER: Fields = {
  PCD_PAY_TYPE: 'card',
  PCD_CARD_VER: '01',
  PCD_PAYER_NO: '2335',
  PCD_PAYER_NAME: '홍길동',
  PCD_PAYER_HP: '01012345678',
  PCD_PAYER_EMAIL: 'dev@payple.kr',
  PCD_PAY_OID: 'test0553941001540967923',
  PCD_PAY_GOODS: '휴대폰',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_TAXTOTAL: '91',
  PCD_PAY_ISTAX: 'Y',
}
const CARD: Fields = { PCD_PAY_CARDNAME: 'BC카드', PCD_PAY_CARDNUM: '1111********2222' }
const APPROVAL: Fields = {
  PCD_PAY_TIME: '20261121233000',
  PCD_PAY_CARDTRADENUM: '202611212330001234567890',
  PCD_PAY_CARDAUTHNO: '98123445',
  PCD_PAY_CARDRECEIPT: 'https://www.danalpay.com/receipt/creditcard/view.aspx?dataType=receipt&cpid=9810030929&data=x',
}

/** Result of a window with work CERT: a card was authenticated, nothing is paid yet. */
export function certResult(fields: Fields = {}): Fields {
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: '0000',
    PCD_PAY_MSG: '카드인증완료',
    PCD_PAY_WORK: 'CERT',
    PCD_AUTH_KEY: 'a688ccb3555c25cd722483f03e23065c3d0251701ad6da895eb2d830bc06e34d',
    PCD_PAY_REQKEY: 'RmFBWWFBTWNS9qNTgzU2xDdTFSNDVrdFNlSjRPU1dSbGdJMVNZYQ==',
    PCD_PAY_COFURL: 'https://democpay.payple.kr/php/PayCardConfirmAct.php?ACT_=PAYM',
    PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWNSNDVrdFNlSjRPU1dSbGdJMVNZYQ==',
    ...ORDER,
    ...CARD,
    ...fields,
  }
}

/** Result of a window with work PAY: money has moved. */
export function payResult(fields: Fields = {}): Fields {
  return {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'SPCD0000',
    PCD_PAY_MSG: '카드결제완료',
    PCD_PAY_WORK: 'PAY',
    PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWNSNDVrdFNlSjRPU1dSbGdJMVNZYQ==',
    ...ORDER,
    ...CARD,
    ...APPROVAL,
    ...fields,
  }
}

/** A refusal in the window. */
export function errorResult(fields: Fields = {}): Fields {
  return {
    PCD_PAY_RST: 'error',
    PCD_PAY_CODE: 'CPCA0010',
    PCD_PAY_MSG: '한도초과',
    PCD_PAY_WORK: 'CERT',
    ...ORDER,
    ...fields,
  }
}

/** The buyer closed the window (section 3.7). */
export function closeResult(fields: Fields = {}): Fields {
  return { PCD_PAY_RST: 'close', PCD_PAY_MSG: '결제를 종료하였습니다.', ...fields }
}

/** Webhook of a payment (section 8.3). */
export function paymentWebhook(fields: Fields = {}): Fields {
  return { ...payResult(), PCD_REFUND_TOTAL: '', PCD_REFUND_TIME: '', PCD_PAYCANCEL_FLAG: '', ...fields }
}

/** Webhook of a cancel (section 8.3). */
export function cancelWebhook(fields: Fields = {}): Fields {
  return {
    ...payResult(),
    PCD_PAY_CODE: 'PAYC0000',
    PCD_PAY_MSG: '환불성공',
    PCD_PAYCANCEL_FLAG: 'Y',
    PCD_REFUND_TOTAL: '1000',
    PCD_REFUND_TIME: '20261122090000',
    ...fields,
  }
}

/** Flat result of the overseas window (docs/protocol/overseas.md section 4.2; the values are the seed's). */
export function overseasResult(fields: Fields = {}): Fields {
  return {
    type: 'PAYMENT',
    result: 'A0000',
    message: '처리 성공',
    resultUrl: 'http://test.shop.com',
    api_id: '6548264741426583803027',
    api_date: '2022-06-10 11:01:17',
    service_oid: 'test120220608512351',
    comments: '테스트상품명',
    pay_type: 'card',
    billing_key: 'MlNCQ0pHMn...',
    totalAmount: '0.10',
    currency: 'USD',
    firstName: 'Gildong',
    lastName: 'Hong',
    email: 'test@payple.kr',
    card_number: '1234-****-****-7890',
    submitTimeUtc: '2022-06-10 02:01:16',
    serviceDefine: 'Service Define Test',
    ...fields,
  }
}

/** Nested webhook of the overseas product (section 6.3). Top-level names are replaced where they stand, others in `info`. */
export function overseasWebhook(fields: Fields = {}): Record<string, unknown> {
  const flat = overseasResult(fields)
  const top = new Set(['type', 'result', 'message', 'resultUrl', 'api_id', 'api_date', 'serviceDefine'])
  const entries = Object.entries(flat)
  return {
    ...Object.fromEntries(entries.filter(([name]) => top.has(name))),
    info: Object.fromEntries(entries.filter(([name]) => !top.has(name))),
  }
}
