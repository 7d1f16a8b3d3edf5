import { describe, expect, it } from 'vitest'
import { maskCard, readCard, TEST_CARDS } from './cards.ts'
import { INSTITUTION_CODES } from './institution-codes.ts'

describe('a card number', () => {
  it.each([
    ['4242424242424242', { type: 'approve' }],
    ['5500000000000004', { type: 'approve' }],
    ['4000000000000000', { type: 'approve' }],
    ['4000000000003112', { type: 'decline', at: 'approval', code: '3112' }],
    ['4000000000003133', { type: 'decline', at: 'approval', code: '3133' }],
    ['4000000000003122', { type: 'decline', at: 'approval', code: '3122' }],
    ['4000000000003115', { type: 'decline', at: 'authentication', code: '3115' }],
    ['4000000000003119', { type: 'decline', at: 'authentication', code: '3119' }],
    ['1234567890123128', { type: 'decline', at: 'approval', code: '3128' }],
    ['1234567890121151', { type: 'decline', at: 'authentication', code: '1151' }],
    ['4000000000009001', { type: 'needs-close' }],
    ['4000000000009002', { type: 'never-answers' }],
    ['4000000000009003', { type: 'slow', ms: 5000 }],
  ])('%s: %j', (number, outcome) => {
    expect(readCard(number).outcome).toEqual(outcome)
  })

  it('shows its first and last four digits', () => {
    expect(maskCard('4242424242424242')).toBe('4242********4242')
    expect(maskCard('42424242424242')).toBe('4242******4242')
  })
})

it('every declining test card says what the institution says', () => {
  const codes = TEST_CARDS.map(({ outcome }) => outcome).filter((outcome) => outcome.type === 'decline')
  expect(codes.map(({ code }) => INSTITUTION_CODES[code]?.[0])).toEqual([
    '한도가 초과하였습니다.',
    '잔액이 부족합니다.',
    '도난/분실 위/변조 카드입니다.',
    '비밀번호 오류 입니다.',
    '유효기간 오류입니다.',
  ])
})

it('the list of institution codes is complete', () => {
  expect(Object.keys(INSTITUTION_CODES)).toHaveLength(338)
})
