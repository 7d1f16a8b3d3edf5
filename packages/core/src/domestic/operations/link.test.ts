import { describe, expect, it } from 'vitest'
import { linkWithOid, readLink } from '../read-link.ts'
import { TOKEN_FIELDS, TOKENS } from '../testing/manual.ts'
import { kstHour } from '../time.ts'
import { linkBody } from './link.ts'

// The card manual has no links: rows of docs/protocol/domestic.md 7.3 and 11.1, written out by hand.
const ORDER = { tokens: TOKENS, goods: '휴대폰', total: 1000 }
const FIELDS = { ...TOKEN_FIELDS, PCD_PAY_WORK: 'LINKREG', PCD_PAY_GOODS: '휴대폰', PCD_PAY_TOTAL: '1000' }

describe('creating a link', () => {
  it.each([
    [{}, 'card'],
    [{ type: 'transfer' }, 'transfer'],
    [{ type: 'both' }, 'transfer|card'],
    [{ type: 'both', separator: '+' }, 'transfer+card'],
  ] as const)('%j pays by %s', (options, type) => {
    expect(linkBody({ ...ORDER, ...options })).toEqual({ ...FIELDS, PCD_PAY_TYPE: type })
  })

  it('says how long, for whom and how it is taxed', () => {
    expect(
      linkBody({
        ...ORDER,
        type: 'both',
        cardWindow: 'both',
        tax: { vat: 91 },
        cashReceipt: true,
        expires: kstHour(Date.UTC(2026, 0, 1, 14, 59)),
        memo: '단골',
      }),
    ).toEqual({
      ...FIELDS,
      PCD_PAY_TYPE: 'transfer|card',
      PCD_CARD_VER: '01+02',
      PCD_PAY_TAXTOTAL: '91',
      PCD_TAXSAVE_FLAG: 'Y',
      PCD_LINK_EXPIREDATE: '2026010123',
      PCD_LINK_MEMO: '단골',
    })
  })

  it.each([
    ['PCD_LINK_EXPIREDATE', () => linkBody({ ...ORDER, expires: '20260101' })],
    ['PCD_LINK_EXPIREDATE', () => linkBody({ ...ORDER, expires: '2026-01-01' })],
    ['PCD_PAY_TOTAL', () => linkBody({ ...ORDER, type: 'both', total: 999 })],
    ['PCD_TAXSAVE_FLAG', () => linkBody({ ...ORDER, cashReceipt: true })],
  ])('refuses a wrong %s', (field, build) => {
    expect(build).toThrow(field)
  })
})

describe('the created link', () => {
  const answer = {
    PCD_LINK_RST: 'success',
    PCD_LINK_MSG: '링크생성이 완료되었습니다.',
    PCD_LINK_KEY: 'abc',
    PCD_LINK_URL: 'https://democpay.payple.kr/php/link/?SID=abc',
    PCD_PAY_TOTAL: '1000',
  }
  it('is read', () => {
    expect(readLink(answer)).toEqual({
      status: 'success',
      message: '링크생성이 완료되었습니다.',
      key: 'abc',
      url: 'https://democpay.payple.kr/php/link/?SID=abc',
      total: 1000,
    })
  })
  it('sees a refusal in the payment fields', () => {
    const refusal = { PCD_PAY_RST: 'error', PCD_PAY_CODE: 'AUTH0004', PCD_PAY_MSG: '접속' }
    expect(readLink(refusal)).toEqual({ status: 'error', code: 'AUTH0004', message: '접속' })
  })
  it.each(['javascript:alert(1)', 'http://democpay.payple.kr/x', 'http://127.0.0.1:4100/x', 'https://a b', '//x', ''])(
    'never sends a buyer to %j',
    (url) => {
      expect(readLink({ ...answer, PCD_LINK_URL: url }).url).toBeUndefined()
    },
  )
  it('of a local sandbox is taken when asked for, and no other plain address', () => {
    const local = 'http://127.0.0.1:4100/php/link/?SID=abc'
    expect(readLink({ ...answer, PCD_LINK_URL: local }, true).url).toBe(local)
    for (const url of [
      'http://127.0.0.1.evil.example/x',
      'http://127.0.0.1@evil.example/',
      'http://democpay.payple.kr/',
    ]) {
      expect(readLink({ ...answer, PCD_LINK_URL: url }, true).url).toBeUndefined()
    }
  })
  it.each([
    ['https://x.kr/l', 'https://x.kr/l?OID=A-1'],
    ['https://x.kr/l?SID=a', 'https://x.kr/l?SID=a&OID=A-1'],
    ['https://x.kr/l?SID=a#top', 'https://x.kr/l?SID=a&OID=A-1#top'],
  ])('%s carries the order number', (url, marked) => {
    expect(linkWithOid(url, 'A-1')).toBe(marked)
  })
})
