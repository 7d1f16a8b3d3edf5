import { expect, it } from 'vitest'
import { readPaymentResult } from '../result.ts'
import { asText, TOKEN_FIELDS, TOKENS } from '../testing/manual.ts'
import { lookupBody } from './lookup.ts'

// Copied from the manual, chapter 결제결과 조회.
const MANUAL_REQUEST = {
  ...TOKEN_FIELDS,
  PCD_PAYCHK_FLAG: 'Y',
  PCD_PAY_TYPE: 'card',
  PCD_REGULER_FLAG: 'Y',
  PCD_PAY_YEAR: '2018',
  PCD_PAY_MONTH: '04',
  PCD_PAY_OID: 'test201804000001',
  PCD_PAY_DATE: '20180502',
}

it('is the lookup of the manual, field for field', () => {
  const options = { tokens: TOKENS, oid: 'test201804000001', date: '20180502' }
  expect(lookupBody({ ...options, monthlyGuard: { year: '2018', month: '04' } })).toEqual(asText(MANUAL_REQUEST))
  expect(lookupBody(options)).not.toHaveProperty('PCD_REGULER_FLAG')
  expect(lookupBody({ ...options, type: 'transfer' })).toMatchObject({ PCD_PAY_TYPE: 'transfer' })
})

it('reads a looked-up transfer of the newer guide: bank, receipt and the other time format', () => {
  // docs/protocol/domestic.md 6.5 and 4, bank block.
  const answer = {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'PCHK0000',
    PCD_PAY_TYPE: 'transfer',
    PCD_PAY_TOTAL: '1000',
    PCD_PAY_TIME: '2020-03-20 19:50:00',
    PCD_PAY_BANKACCTYPE: '개인',
    PCD_PAY_BANK: '088',
    PCD_PAY_BANKNAME: '신한은행',
    PCD_PAY_BANKNUM: '110-******-333',
    PCD_TAXSAVE_FLAG: 'Y',
    PCD_TAXSAVE_RST: 'Y',
    PCD_TAXSAVE_MGTNUM: 'G1234567890',
  }
  expect(readPaymentResult(answer)).toMatchObject({
    type: 'transfer',
    paidAt: Date.UTC(2020, 2, 20, 10, 50, 0),
    accountType: 'personal',
    bankCode: '088',
    bankName: '신한은행',
    accountNumber: '110-******-333',
    cashReceipt: { requested: true, ok: true, number: 'G1234567890' },
  })
})
