import { expect, it } from 'vitest'
import { appCardPayment } from './builders/card.ts'
import { readPaymentResult } from './result.ts'

/**
 * The order of Payple's card manual, chapter 최초결제, copied from the page by hand
 * (source: PAYPLECORP/manual_card README of 2020-02-20, the seed of docs/protocol/domestic.md).
 * `callbackFunction` is left out: the payment window adds it.
 */
const MANUAL_ORDER = {
  PCD_CPAY_VER: '1.0.1',
  PCD_PAY_TYPE: 'card',
  PCD_PAY_WORK: 'CERT',
  PCD_CARD_VER: '02',
  payple_auth_file: '/pg/auth',
  PCD_RST_URL: '/order_result.html',
  PCD_PAYER_NO: '2335',
  PCD_PAYER_NAME: '홍길동',
  PCD_PAYER_HP: '01012345678',
  PCD_PAYER_EMAIL: 'dev@payple.kr',
  PCD_PAY_GOODS: '휴대폰',
  PCD_PAY_TOTAL: '1000',
  PCD_PAY_ISTAX: '',
  PCD_PAY_TAXTOTAL: '10',
  PCD_PAY_OID: 'test0553941001540967923',
  PCD_REGULER_FLAG: 'N',
  PCD_PAY_YEAR: '',
  PCD_PAY_MONTH: '',
}

it('builds the window request of the manual, field for field', () => {
  const request = appCardPayment({
    work: 'CERT',
    goods: '휴대폰',
    total: 1000,
    orderId: 'test0553941001540967923',
    auth: { file: '/pg/auth' },
    resultUrl: '/order_result.html',
    payer: { memberNo: 2335, name: '홍길동', phone: '010-1234-5678', email: 'dev@payple.kr' },
    tax: { vat: 10 },
  })

  // The manual prints empty strings for what it leaves to the default; the kit leaves those fields out.
  const filledIn = Object.fromEntries(Object.entries(MANUAL_ORDER).filter(([, value]) => value !== ''))
  expect(request).toEqual(filledIn)
})

it('reads what the result page of the manual receives, old card names and all', () => {
  // Examples of the table in chapter 결제결과 수신, copied by hand.
  const posted = {
    PCD_PAY_RST: 'success',
    PCD_PAY_MSG: '출금이체완료',
    PCD_AUTH_KEY: 'a688ccb3...',
    PCD_PAY_REQKEY: 'RmFBWWFBTWNS9qNTgzU2xdd2XRNHR2',
    PCD_PAY_COFURL: 'https://cpay.payple.kr/php/PayConfirmAct.php',
    PCD_PAY_OID: 'test201804000001',
    PCD_PAY_TYPE: '',
    PCD_PAY_WORK: 'CERT',
    PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
    PCD_PAYER_NO: '1234',
    PCD_REGULER_FLAG: 'Y',
    PCD_PAY_YEAR: '2018',
    PCD_PAY_MONTH: '08',
    PCD_PAY_GOODS: '정기구독',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_TIME: '20180110152911',
    PCD_CARDNUM: '12345678 ** ** 1234',
    PCD_CARDNAME: 'BC카드',
    PCD_CARDTRADENUM: '201904141320332692022400',
  }
  expect(readPaymentResult(posted)).toMatchObject({
    status: 'success',
    message: '출금이체완료',
    authKey: 'a688ccb3...',
    reqKey: 'RmFBWWFBTWNS9qNTgzU2xdd2XRNHR2',
    confirmUrl: 'https://cpay.payple.kr/php/PayConfirmAct.php',
    oid: 'test201804000001',
    work: 'CERT',
    payerId: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
    payerNo: '1234',
    monthlyGuard: { year: '2018', month: '08' },
    goods: '정기구독',
    total: 1000,
    paidAt: Date.UTC(2018, 0, 10, 6, 29, 11),
    cardNumber: '12345678 ** ** 1234',
    cardName: 'BC카드',
    tradeNumber: '201904141320332692022400',
  })
})
