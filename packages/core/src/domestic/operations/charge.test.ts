import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chargePurpose } from '../auth-purpose.ts'
import { readPaymentResult } from '../result.ts'
import { asText, TOKEN_FIELDS, TOKENS } from '../testing/manual.ts'
import { chargeBody } from './charge.ts'

// Copied from the manual, chapter 이후결제 - 정기결제.
const MANUAL_REQUEST = {
  ...TOKEN_FIELDS,
  PCD_PAY_TYPE: 'card',
  PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
  PCD_PAYER_NO: 2324,
  PCD_PAYER_HP: '01023456789',
  PCD_PAYER_EMAIL: 'dev@payple.kr',
  PCD_PAY_GOODS: '정기구독',
  PCD_PAY_TOTAL: 1000,
  PCD_PAY_ISTAX: 'Y',
  PCD_PAY_TAXTOTAL: 10,
  PCD_PAY_OID: 'test201804000001',
  PCD_PAY_YEAR: '2018',
  PCD_PAY_MONTH: '04',
  PCD_REGULER_FLAG: 'Y',
  PCD_USER_DEFINE1: '가맹점 정의1',
  PCD_USER_DEFINE2: '가맹점 정의2',
}
const MANUAL_ANSWER = {
  PCD_PAY_RST: 'success',
  PCD_PAY_CODE: 'SPCD0000',
  PCD_PAY_MSG: '결제완료',
  PCD_PAY_TYPE: 'card',
  PCD_PAY_OID: 'test201804000001',
  PCD_PAYER_NO: 2324,
  PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
  PCD_PAYER_EMAIL: 'dev@payple.kr',
  PCD_PAY_YEAR: '2019',
  PCD_PAY_MONTH: '09',
  PCD_PAY_GOODS: '정기구독',
  PCD_PAY_TOTAL: 1000,
  PCD_PAY_ISTAX: 'Y',
  PCD_PAY_TAXTOTAL: 10,
  PCD_PAY_TIME: '20180423130201',
  PCD_PAY_CARDNANE: 'BC 카드',
  PCD_PAY_CARDNUM: '1111********4444',
  PCD_PAY_CARDTRADENUM: '201904141320332692022400',
  PCD_PAY_CARDAUTHNO: '98123445',
  PCD_PAY_CARDRECEIPT:
    'https://www.danalpay.com/receipt/creditcard/view.aspx?dataType=receipt&cpid=9810030929&data=jq8%2BUmqBzYoCy%2BchBEE',
  PCD_REGULER_FLAG: 'Y',
  PCD_USER_DEFINE1: '가맹점 정의1',
  PCD_USER_DEFINE2: '가맹점 정의2',
}
const KEY = { tokens: TOKENS, payerId: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09', oid: 'test201804000001' }
const ORDER = { ...KEY, goods: '정기구독', total: 1000 }

it('is the once-a-month charge of the manual, field for field', () => {
  const body = chargeBody({
    ...ORDER,
    payer: { memberNo: 2324, phone: '010-2345-6789', email: 'dev@payple.kr' },
    tax: { vat: 10 },
    monthlyGuard: { year: '2018', month: '04' },
    userDefined: ['가맹점 정의1', '가맹점 정의2'],
  })
  // Y is the default of PCD_PAY_ISTAX; the kit leaves defaults out.
  const { PCD_PAY_ISTAX, ...rest } = asText(MANUAL_REQUEST)
  expect(PCD_PAY_ISTAX).toBe('Y')
  expect(body).toEqual(rest)
})

it("reads the manual's answer whole", () => {
  expect(readPaymentResult(MANUAL_ANSWER)).toMatchObject({
    status: 'success',
    code: 'SPCD0000',
    message: '결제완료',
    type: 'card',
    oid: 'test201804000001',
    payerNo: '2324',
    payerId: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
    monthlyGuard: { year: '2019', month: '09' },
    goods: '정기구독',
    total: 1000,
    vat: 10,
    paidAt: Date.UTC(2018, 3, 23, 4, 2, 1),
    cardName: 'BC 카드',
    cardNumber: '1111********4444',
    tradeNumber: '201904141320332692022400',
    approvalNumber: '98123445',
    receiptUrl: MANUAL_ANSWER.PCD_PAY_CARDRECEIPT,
    userDefined: ['가맹점 정의1', '가맹점 정의2'],
  })
})

// docs/protocol/domestic.md 6.1, written out by hand.
describe('other charges', () => {
  const common = {
    ...TOKEN_FIELDS,
    PCD_PAYER_ID: KEY.payerId,
    PCD_PAY_OID: KEY.oid,
    PCD_PAY_GOODS: '정기구독',
    PCD_PAY_TOTAL: '1000',
    PCD_SIMPLE_FLAG: 'Y',
  }
  it('any number of times a month by card', () => {
    expect(chargeBody(ORDER)).toEqual({ ...common, PCD_PAY_TYPE: 'card' })
  })
  it('from an account, with a receipt for a company, its number under every name', () => {
    expect(chargeBody({ ...ORDER, type: 'transfer', cashReceipt: { use: 'company', number: '123-45-67890' } })).toEqual(
      {
        ...common,
        PCD_PAY_TYPE: 'transfer',
        PCD_TAXSAVE_FLAG: 'Y',
        PCD_TAXSAVE_TRADE: 'company',
        PCD_TAXSAVE_IDNUM: '1234567890',
        PCD_TAXSAVE_IDENTINUM: '1234567890',
      },
    )
  })
  it('from an account, with a receipt for its owner', () => {
    const body = chargeBody({ ...ORDER, type: 'transfer', cashReceipt: true })
    expect(body).toEqual({ ...common, PCD_PAY_TYPE: 'transfer', PCD_TAXSAVE_FLAG: 'Y' })
  })
  it('of a tax-free order', () => {
    expect(chargeBody({ ...ORDER, tax: { exempt: true } })).toMatchObject({ PCD_PAY_ISTAX: 'N' })
  })
  it.each([
    ['card', false, 'charge-card'],
    ['transfer', false, 'charge-transfer'],
    ['card', true, 'charge-card-monthly'],
    ['transfer', true, 'charge-transfer-monthly'],
  ] as const)('by %s, guard %s, authenticates as %s', (type, monthly, purpose) => {
    expect(chargePurpose(type, monthly)).toBe(purpose)
  })
})

describe('a charge that cannot work is refused before it is sent', () => {
  it.each([
    ['PCD_PAY_TOTAL', /at least 100 won/, () => chargeBody({ ...ORDER, total: 99 })],
    ['PCD_PAY_TOTAL', /at least 1000 won/, () => chargeBody({ ...ORDER, type: 'transfer', total: 999 })],
    ['total', /whole won/, () => chargeBody({ ...ORDER, total: 0.5 })],
    ['PCD_PAY_OID', /at most 30/, () => chargeBody({ ...ORDER, oid: 'x'.repeat(31) })],
    ['PCD_PAY_OID', /letters, digits/, () => chargeBody({ ...ORDER, oid: '주문' })],
    ['PCD_PAY_OID', /must not be empty/, () => chargeBody({ ...ORDER, oid: '' })],
    ['PCD_PAYER_ID', /must not be empty/, () => chargeBody({ ...ORDER, payerId: '' })],
    ['PCD_PAYER_NO', /at most 18/, () => chargeBody({ ...ORDER, payer: { memberNo: '1'.repeat(19) } })],
    ['PCD_PAY_MONTH', /01 to 12/, () => chargeBody({ ...ORDER, monthlyGuard: { year: '2026', month: '4' } })],
    ['PCD_TAXSAVE_FLAG', /for transfers/, () => chargeBody({ ...ORDER, cashReceipt: true })],
    [
      'PCD_TAXSAVE_IDNUM',
      /must not be empty/,
      () => chargeBody({ ...ORDER, type: 'transfer', cashReceipt: { use: 'personal', number: '-' } }),
    ],
  ])('%s: %s', (field, rule, build) => {
    expect(build).toThrow(field)
    expect(build).toThrow(rule)
  })

  it('never prints the key in the message', () => {
    expect(() => chargeBody({ ...ORDER, payerId: `secret${'x'.repeat(255)}` })).toThrow(/^((?!secret).)*$/)
  })
})

it('any goods name becomes one that Payple takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (goods) => {
      const sent = chargeBody({ ...ORDER, goods })['PCD_PAY_GOODS'] ?? ''
      expect([...sent].length).toBeGreaterThan(0)
      expect([...sent].length).toBeLessThanOrEqual(50)
    }),
  )
})
