import { describe, expect, it } from 'vitest'
import { readBillingKey } from '../read-billing-key.ts'
import { readKeyDeletion } from '../read-key-deletion.ts'
import { asText, TOKEN_FIELDS, TOKENS } from '../testing/manual.ts'
import { billingKeyLookupBody, keyDeleteBody } from './billing-key.ts'

const KEY = 'NS9qNTgzU2xRNHR2RmFBWWFBTWk5UT09'

describe('deletion, chapter 등록카드 해지 of the manual', () => {
  it('sends its body', () => {
    const manual = { ...TOKEN_FIELDS, PCD_PAYER_ID: KEY, PCD_PAYER_NO: 2324 }
    expect(keyDeleteBody({ tokens: TOKENS, payerId: KEY, payerNo: 2324 })).toEqual(asText(manual))
    expect(keyDeleteBody({ tokens: TOKENS, payerId: KEY })).toEqual({ ...TOKEN_FIELDS, PCD_PAYER_ID: KEY })
  })

  it('reads its answer, which has no code', () => {
    const answer = {
      PCD_PAY_RST: 'success',
      PCD_PAY_MSG: '해지완료',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_WORK: 'PUSERDEL',
      PCD_PAYER_ID: KEY,
      PCD_PAYER_NO: 2324,
    }
    expect(readKeyDeletion(answer)).toEqual({
      status: 'success',
      message: '해지완료',
      type: 'card',
      payerId: KEY,
      payerNo: '2324',
    })
  })

  it.each(['TSDL0000', 'PUSER0000', 'PUER0000'])('does not care that later guides say %s', (code) => {
    expect(readKeyDeletion({ PCD_PAY_RST: 'success', PCD_PAY_CODE: code })).toMatchObject({ status: 'success', code })
  })
})

describe('lookup, chapter 등록카드 조회 of the manual', () => {
  it('sends its body', () => {
    const payerId = 'd0toSS9sT084bVJSNThScnFXQm9Gdz09'
    const manual = { ...TOKEN_FIELDS, PCD_PAYER_ID: payerId, PCD_PAYER_NO: 122_323 }
    expect(billingKeyLookupBody({ tokens: TOKENS, payerId, payerNo: 122_323 })).toEqual(asText(manual))
  })

  it('reads its answer, which gives a card in the fields of a bank', () => {
    const answer = {
      PCD_PAY_RST: 'success',
      PCD_PAY_CODE: '0000',
      PCD_PAY_MSG: '카드조회 성공',
      PCD_PAY_TYPE: 'card',
      PCD_PAY_BANKACCTYPE: '개인',
      PCD_PAYER_ID: KEY,
      PCD_PAYER_NAME: '홍길동',
      PCD_PAYER_HP: '010-****-3333',
      PCD_PAY_BANK: '0200',
      PCD_PAY_BANKNAME: 'BC카드',
      PCD_PAY_BANKNUM: '1111-****-****-1111',
    }
    expect(readBillingKey(answer)).toEqual({
      status: 'success',
      code: '0000',
      message: '카드조회 성공',
      type: 'card',
      payerId: KEY,
      payerName: '홍길동',
      payerPhone: '010-****-3333',
      accountType: 'personal',
      issuerCode: '0200',
      issuerName: 'BC카드',
      maskedNumber: '1111-****-****-1111',
    })
  })

  it.each([
    ['card', { PCD_PAY_CARDNAME: 'BC카드', PCD_PAY_BANKNAME: '신한은행' }, 'BC카드'],
    ['transfer', { PCD_PAY_CARDNAME: 'BC카드', PCD_PAY_BANKNAME: '신한은행' }, '신한은행'],
    ['transfer', { PCD_PAY_CARDNAME: '신한은행', PCD_PAY_BANKNAME: '' }, '신한은행'],
    ['', { PCD_PAY_BANKNAME: '신한은행' }, '신한은행'],
  ])('finds the name of a %j under any name', (type, fields, name) => {
    expect(readBillingKey({ PCD_PAY_RST: 'success', PCD_PAY_TYPE: type, ...fields }).issuerName).toBe(name)
  })
})

it('refuses to ask about nothing, which might mean every key', () => {
  expect(() => keyDeleteBody({ tokens: TOKENS, payerId: '' })).toThrow('PCD_PAYER_ID')
})
