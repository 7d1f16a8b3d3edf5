import { expect, it } from 'vitest'
import { readReceipt } from '../read-receipt.ts'
import { TOKEN_FIELDS, TOKENS } from '../testing/manual.ts'
import { receiptBody } from './receipt.ts'

// The card manual has no receipts: rows of docs/protocol/domestic.md 7.1, written out by hand.
const OPTIONS = { tokens: TOKENS, payerId: 'd0toSS9sT084bVJSNThScnFXQm9Gdz09', oid: 'A-1', amount: 1000 }

it('asks for a receipt with the data of the payment', () => {
  expect(receiptBody(OPTIONS)).toEqual({
    ...TOKEN_FIELDS,
    PCD_PAYER_ID: 'd0toSS9sT084bVJSNThScnFXQm9Gdz09',
    PCD_PAY_OID: 'A-1',
    PCD_TAXSAVE_AMOUNT: '1000',
  })
})

it('asks for a receipt of somebody else, on a guarded payment', () => {
  const receipt = receiptBody({ ...OPTIONS, monthly: true, cashReceipt: { use: 'personal', number: '010-1234-5678' } })
  expect(receipt).toMatchObject({
    PCD_REGULER_FLAG: 'Y',
    PCD_TAXSAVE_TRADEUSE: 'personal',
    PCD_TAXSAVE_IDENTINUM: '01012345678',
  })
})

it.each([
  ['TSREG', '현금영수증 발행완료', 'issue'],
  ['TSCANCEL', '현금영수증 발행취소 완료', 'cancel'],
])('reads the answer of %s', (work, message, read) => {
  const answer = {
    PCD_PAY_RST: 'success',
    PCD_PAY_CODE: 'TSRG0000',
    PCD_PAY_MSG: message,
    PCD_PAY_WORK: work,
    PCD_PAYER_ID: 'd0toSS9sT084bVJSNThScnFXQm9Gdz09',
    PCD_PAY_OID: 'A-1',
    PCD_TAXSAVE_AMOUNT: 1000,
    PCD_TAXSAVE_MGTNUM: 'G1234567890',
  }
  expect(readReceipt(answer)).toEqual({
    status: 'success',
    code: 'TSRG0000',
    message,
    work: read,
    payerId: 'd0toSS9sT084bVJSNThScnFXQm9Gdz09',
    oid: 'A-1',
    amount: 1000,
    number: 'G1234567890',
  })
})

it('refuses a receipt of nothing', () => {
  expect(() => receiptBody({ ...OPTIONS, amount: 0 })).toThrow(/whole won/)
})
