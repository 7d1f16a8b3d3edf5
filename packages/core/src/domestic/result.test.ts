import { describe, expect, it } from 'vitest'
import { readPaymentResult } from './result.ts'

describe('results of every vintage', () => {
  it('reads the lookup answer of the 2020 manual with its old card names', () => {
    // Copied from the manual, chapter 결제결과 조회.
    const seed = {
      PCD_PAY_RST: 'success',
      PCD_PAY_MSG: '조회완료',
      PCD_PAY_OID: 'test201804000001',
      PCD_PAY_TYPE: 'card',
      PCD_PAYER_NO: '1234',
      PCD_PAYER_ID: 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09',
      PCD_PAY_YEAR: '2018',
      PCD_PAY_MONTH: '05',
      PCD_PAY_GOODS: '간편상품',
      PCD_PAY_TOTAL: '1000',
      PCD_PAY_TIME: '20180423130201',
      PCD_REGULER_FLAG: 'Y',
      PCD_PAYER_EMAIL: 'dev@payple.kr',
      PCD_CARDNUM: '12345678 ** ** 1234',
      PCD_CARDNAME: 'BC카드',
      PCD_CARDTRADENUM: '201904141320332692022400',
    }
    expect(readPaymentResult(seed)).toMatchObject({
      status: 'success',
      oid: 'test201804000001',
      total: 1000,
      cardName: 'BC카드',
      cardNumber: '12345678 ** ** 1234',
      tradeNumber: '201904141320332692022400',
      paidAt: Date.UTC(2018, 3, 23, 4, 2, 1),
    })
  })

  it('reads the re-payment answer of the manual, typo included', () => {
    // Copied from the manual, chapter 이후결제: PCD_PAY_CARDNANE is Payple's spelling there.
    const seed = {
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: 'SPCD0000',
      PCD_PAY_TOTAL: 1000,
      PCD_PAYER_NO: 2324,
      PCD_PAY_CARDNANE: 'BC 카드',
      PCD_PAY_CARDNUM: '1111********4444',
      PCD_PAY_CARDAUTHNO: '98123445',
    }
    expect(readPaymentResult(seed)).toMatchObject({
      code: 'SPCD0000',
      total: 1000,
      payerNo: '2324',
      cardName: 'BC 카드',
      approvalNumber: '98123445',
    })
  })

  it.each([
    ['success', 'success'],
    ['error', 'error'],
    ['close', 'closed'],
    ['', 'unreadable'],
    ['SUCCESS', 'unreadable'],
  ])('flag %j is %s', (flag, status) => {
    expect(readPaymentResult({ PCD_PAY_RST: flag }).status).toBe(status)
  })

  it('prefers the new name and skips empty values', () => {
    expect(readPaymentResult({ PCD_PAY_CARDNAME: '', PCD_CARDNAME: '신한' }).cardName).toBe('신한')
    expect(readPaymentResult({ PCD_PAY_CARDNAME: 'BC', PCD_CARDNAME: '신한' }).cardName).toBe('BC')
  })

  it('drops the [test] prefix of a code', () => {
    expect(readPaymentResult({ PCD_PAY_CODE: '[test]CPCA0022' }).code).toBe('CPCA0022')
  })

  it('keeps no receipt link that a browser would execute', () => {
    expect(readPaymentResult({ PCD_PAY_CARDRECEIPT: 'javascript:alert(1)' }).receiptUrl).toBeUndefined()
    expect(readPaymentResult({ PCD_PAY_CARDRECEIPT: 'https://www.danalpay.com/r' }).receiptUrl).toBe(
      'https://www.danalpay.com/r',
    )
  })

  it.each([null, undefined, 'success', 42, [], [{ PCD_PAY_RST: 'success' }]])('calls %j unreadable', (raw) => {
    expect(readPaymentResult(raw)).toEqual({ status: 'unreadable' })
  })

  it('does not read inherited properties', () => {
    const polluted = Object.create({ PCD_PAY_RST: 'success' }) as object
    expect(readPaymentResult(polluted).status).toBe('unreadable')
  })

  it.each([
    [{ PCD_PAY_CODE: '[test]CPCA0010', PCD_PAY_MSG: '[test] 한도가 초과하였습니다.' }, 'CPCA0010/3112'],
    [{ PCD_PAY_CODE: 'CPCA9999', PCD_PAY_MSG: '3133 : 잔액이 부족합니다.' }, 'CPCA9999/3133'],
    [{ PCD_PAY_CODE: '3112', PCD_PAY_MSG: '한도가 초과하였습니다.' }, '3112'],
    [{ PCD_PAY_CODE: 'CPCA0022', PCD_PAY_MSG: '카드결제 건당 한도(-원)가 초과되었습니다.' }, 'CPCA0022'],
    [{ PCD_PAY_MSG: '9998 : 처음 보는 코드' }, undefined],
  ])('finds the institution behind %j', (fields, code) => {
    expect(readPaymentResult({ PCD_PAY_RST: 'error', ...fields }).code).toBe(code)
  })
})

describe('cash receipts (fact sheet 11.1 row 28)', () => {
  it.each([
    [{ PCD_TAXSAVE_RST: 'Y' }, { ok: true }],
    [{ PCD_TAXSAVE_RST: 'N' }, { ok: false }],
    [
      { PCD_TAXSAVE_RST: '0000', PCD_TAXSAVE_MSG: '현금영수증 발행취소 성공' },
      { ok: true, message: '현금영수증 발행취소 성공' },
    ],
    [{ PCD_TAXSAVE_RST: '-10002122' }, { ok: false, code: '-10002122' }],
    [{ PCD_TAXSAVE_RST: -10_002_122 }, { ok: false, code: '-10002122' }],
    [{ PCD_TAXSAVE_FLAG: 'N', PCD_TAXSAVE_RST: '' }, { requested: false }],
    [{ PCD_TAXSAVE_FLAG: '', PCD_TAXSAVE_MGTNUM: '' }, undefined],
  ])('%j', (fields, cashReceipt) => {
    expect(readPaymentResult({ PCD_PAY_RST: 'success', ...fields }).cashReceipt).toEqual(cashReceipt)
  })
})

it("does not take a bank's digits for a card institution's", () => {
  const refusal = { PCD_PAY_RST: 'error', PCD_PAY_MSG: '3112 : 예금주 상이' }
  expect(readPaymentResult({ ...refusal, PCD_PAY_CODE: 'SPAY0012' }).code).toBe('SPAY0012')
  expect(readPaymentResult({ ...refusal, PCD_PAY_TYPE: 'transfer', PCD_PAY_CODE: 'XXXX0001' }).code).toBe('XXXX0001')
})

it('knows the VAT of a refund from the VAT of a payment', () => {
  const looked = { PCD_PAY_RST: 'success', PCD_REFUND_TOTAL: '500', PCD_PAY_TAXTOTAL: '91' }
  expect(readPaymentResult(looked)).toMatchObject({ vat: 91, refundedTotal: 500 })
  expect(readPaymentResult(looked).refundedVat).toBeUndefined()
  expect(readPaymentResult(looked).isCancel).toBeUndefined()
  expect(readPaymentResult({ ...looked, PCD_REFUND_TAXTOTAL: '45' }).refundedVat).toBe(45)
})

it('gives a month back its leading zero, which a number cannot carry', () => {
  const guarded = { PCD_PAY_RST: 'success', PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: 2026, PCD_PAY_MONTH: 4 }
  expect(readPaymentResult(guarded).monthlyGuard).toEqual({ year: '2026', month: '04' })
  expect(readPaymentResult({ ...guarded, PCD_REGULER_FLAG: 'N' }).monthlyGuard).toBeUndefined()
})
