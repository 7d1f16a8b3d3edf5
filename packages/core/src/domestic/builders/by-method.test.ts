import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHECKOUT_METHODS } from '../../method.ts'
import { tidyGoods } from '../goods.ts'
import { findLimitViolation } from '../limits.ts'
import { buildWindowRequest, isRegistration, payTypeOf } from './by-method.ts'

const auth = { clientKey: 'test_DF55F29DA654A8CBC0F0A9DD4B556486' }
const order = { goods: '휴대폰', total: 1000, orderId: 'A-1', auth }

// TYPE, CARD_VER, WORK, SIMPLE_FLAG, AUTHTYPE and METHOD of docs/protocol/domestic.md 3.9, one line a method.
it.each([
  ['card', 'card', '01', 'CERT', 'N', undefined, undefined],
  ['app-card', 'card', '02', 'CERT', undefined, undefined, undefined],
  ['naver-pay', 'card', '02', 'CERT', undefined, undefined, 'naverPay'],
  ['kakao-pay', 'card', '02', 'CERT', undefined, undefined, 'kakaoPay'],
  ['card-pin', 'card', '01', 'CERT', 'Y', 'pwd', undefined],
  ['transfer', 'transfer', undefined, 'CERT', undefined, undefined, undefined],
  ['transfer-pin', 'transfer', undefined, 'CERT', 'Y', 'pwd', undefined],
  ['register-card', 'card', '01', 'AUTH', undefined, undefined, undefined],
  ['register-account', 'transfer', undefined, 'AUTH', undefined, undefined, undefined],
] as const)('%s opens its window', (method, type, version, work, simple, authType, wallet) => {
  const request = buildWindowRequest(method, order)
  expect([
    request.PCD_PAY_TYPE,
    request.PCD_CARD_VER,
    request.PCD_PAY_WORK,
    request.PCD_SIMPLE_FLAG,
    request.PCD_PAYER_AUTHTYPE,
    request.PCD_PAY_METHOD,
  ]).toEqual([type, version, work, simple, authType, wallet])
  expect(payTypeOf(method)).toBe(type)
  expect(isRegistration(method)).toBe(work === 'AUTH')
})

it.each(['register-card', 'register-account'] as const)('%s sends no goods, no amount and no tax', (method) => {
  expect(Object.keys(buildWindowRequest(method, { ...order, total: 0, tax: { exempt: true } })).toSorted()).toEqual(
    Object.keys(buildWindowRequest(method, { auth, orderId: 'A-1' })).toSorted(),
  )
  expect(buildWindowRequest(method, order)).not.toHaveProperty('PCD_PAY_TOTAL')
})

it('opens a PIN window for a known buyer, and the receipt step of a transfer', () => {
  expect(buildWindowRequest('card-pin', { ...order, payerId: 'd0to' })).toHaveProperty('PCD_PAYER_ID', 'd0to')
  expect(buildWindowRequest('transfer-pin', { ...order, payerId: 'd0to' })).toHaveProperty('PCD_PAYER_ID', 'd0to')
  expect(buildWindowRequest('transfer', { ...order, cashReceipt: true })).toHaveProperty('PCD_TAXSAVE_FLAG', 'Y')
})

describe('an option that the window cannot keep is refused, not dropped', () => {
  const monthlyGuard = { year: '2026', month: '01' }
  it.each([
    ['app-card', { monthlyGuard }, 'no monthly guard with an app card'],
    ['naver-pay', { monthlyGuard }, 'no monthly guard with an app card'],
    ['card', { cashReceipt: true }, 'PCD_TAXSAVE_FLAG'],
    ['card-pin', { cashReceipt: true }, 'PCD_TAXSAVE_FLAG'],
    ['card', { payerId: 'd0to' }, 'PCD_PAYER_ID'],
    ['transfer', { payerId: 'd0to' }, 'PCD_PAYER_ID'],
    ['app-card', { payerId: 'd0to' }, 'PCD_PAYER_ID'],
    ['transfer', { total: 999 }, 'at least 1000 won'],
    ['card', { total: undefined }, 'whole won'],
    ['card', { goods: undefined }, 'PCD_PAY_GOODS'],
  ] as const)('%s with %j', (method, extra, blamed) => {
    expect(() => buildWindowRequest(method, { ...order, ...extra })).toThrow(blamed)
  })
})

it('whatever a shop sells, the request keeps the limits and holds no empty value', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...CHECKOUT_METHODS.filter((method) => method !== 'overseas-card')),
      fc.record({
        goods: fc.string({ unit: 'grapheme' }).map(tidyGoods),
        total: fc.integer({ min: 1000, max: 2_000_000 }),
        orderId: fc.stringMatching(/^[A-Za-z0-9_-]{1,30}$/),
        payer: fc.record({
          memberNo: fc.option(fc.nat(), { nil: undefined }),
          name: fc.string({ maxLength: 20 }),
          phone: fc.constantFrom('', '010-1234-5678', '+82 10 1234 5678'),
        }),
        tax: fc.constantFrom(undefined, { exempt: true as const }, { vat: 91 }),
      }),
      (method, options) => {
        const request = buildWindowRequest(method, { ...options, auth })
        expect(findLimitViolation(request)).toBeUndefined()
        expect(Object.values(request)).not.toContain('')
        expect(Object.values(request)).not.toContain('undefined')
      },
    ),
  )
})
