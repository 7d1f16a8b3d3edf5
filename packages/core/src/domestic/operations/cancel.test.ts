import { expect, it } from 'vitest'
import { readPaymentResult } from '../result.ts'
import { asText, TOKEN_FIELDS, TOKENS } from '../testing/manual.ts'
import { cancelBody } from './cancel.ts'

const REFUND_KEY = 'a41ce010ede9fcbfb3be86b24858806596a9db68b79d138b147c3e563e1829a0'

// Copied from the manual, chapter 승인취소.
const MANUAL_REQUEST = {
  ...TOKEN_FIELDS,
  PCD_REFUND_KEY: REFUND_KEY,
  PCD_PAYCANCEL_FLAG: 'Y',
  PCD_PAY_OID: 'test201804000001',
  PCD_REGULER_FLAG: 'Y',
  PCD_PAY_YEAR: '2019',
  PCD_PAY_MONTH: '09',
  PCD_PAY_DATE: 20180502,
  PCD_REFUND_TOTAL: 1000,
  PCD_PAY_TAXTOTAL: 10,
}
const MANUAL_ANSWER = {
  PCD_PAY_RST: 'success',
  PCD_PAY_CODE: 'PAYC0000',
  PCD_PAY_MSG: '환불성공',
  PCD_PAY_TYPE: 'card',
  PCD_PAY_OID: 'test201804000001',
  PCD_PAYER_NO: 1234,
  PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
  PCD_PAY_YEAR: '2019',
  PCD_PAY_MONTH: '09',
  PCD_PAY_GOODS: '정기구독',
  PCD_REGULER_FLAG: 'Y',
  PCD_REFUND_TOTAL: 1000,
  PCD_PAY_TAXTOTAL: 10,
}
const REFUND = { tokens: TOKENS, refundKey: REFUND_KEY, oid: 'test201804000001', date: '20180502', total: 1000 }

it('is the refund of the manual, and says the VAT under its newer name too', () => {
  expect(cancelBody({ ...REFUND, vat: 10, monthlyGuard: { year: '2019', month: '09' } })).toEqual({
    ...asText(MANUAL_REQUEST),
    PCD_REFUND_TAXTOTAL: '10',
  })
})

it('does not mention the guard and the VAT where there was none', () => {
  const { PCD_REGULER_FLAG, PCD_PAY_YEAR, PCD_PAY_MONTH, PCD_PAY_TAXTOTAL, ...rest } = asText(MANUAL_REQUEST)
  expect([PCD_REGULER_FLAG, PCD_PAY_YEAR, PCD_PAY_MONTH, PCD_PAY_TAXTOTAL]).toEqual(['Y', '2019', '09', '10'])
  expect(cancelBody(REFUND)).toEqual(rest)
})

it("reads the manual's answer", () => {
  expect(readPaymentResult(MANUAL_ANSWER)).toMatchObject({
    status: 'success',
    code: 'PAYC0000',
    isCancel: true,
    oid: 'test201804000001',
    payerNo: '1234',
    refundedTotal: 1000,
    refundedVat: 10,
    monthlyGuard: { year: '2019', month: '09' },
  })
})

it('refunds a payment from before the kit, whose number is longer than the kit makes', () => {
  expect(cancelBody({ ...REFUND, oid: '옛 주문 번호/2019' }).PCD_PAY_OID).toBe('옛 주문 번호/2019')
})

it.each([
  ['PCD_PAY_DATE', () => cancelBody({ ...REFUND, date: '2018-05-02' })],
  ['PCD_PAY_DATE', () => cancelBody({ ...REFUND, date: '180502' })],
  ['PCD_REFUND_KEY', () => cancelBody({ ...REFUND, refundKey: '' })],
  ['total', () => cancelBody({ ...REFUND, total: 0 })],
  ['PCD_PAY_TAXTOTAL', () => cancelBody({ ...REFUND, vat: 0.5 })],
])('refuses a wrong %s before sending, without the refund key in the message', (field, build) => {
  expect(build).toThrow(field)
  expect(build).toThrow(/^((?!a41ce010).)*$/)
})
