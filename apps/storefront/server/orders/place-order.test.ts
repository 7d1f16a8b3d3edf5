import { describe, expect, it } from 'vitest'
import { goodsName, placeOrder, vatPart } from './place-order.ts'

const buyer = { name: '홍길동', phone: '01012345678', email: 'dev@payple.kr' }
const order = (...lines: { productId: string; quantity: number }[]) =>
  placeOrder({ lines, buyer }, new Date('2026-11-22T15:30:00Z'))

describe('placeOrder', () => {
  it('makes the order of the manual: 휴대폰, 1,000 won, VAT part 10', () => {
    const phone = order({ productId: 'phone', quantity: 1 })
    expect({ goods: goodsName(phone), total: phone.total, vat: vatPart(phone) }).toEqual({
      goods: '휴대폰',
      total: 1000,
      vat: 10,
    })
  })

  it('names the rest by number and adds up the VAT parts', () => {
    const both = order({ productId: 'phone', quantity: 2 }, { productId: 'battery-dodam', quantity: 1 })
    expect({ goods: goodsName(both), total: both.total, vat: vatPart(both) }).toEqual({
      goods: '휴대폰 외 1건',
      total: 34_000,
      vat: 20 + 2909,
    })
  })

  it('leaves the VAT part to Payple when nothing is special', () => {
    expect(vatPart(order({ productId: 'battery-dodam', quantity: 1 }))).toBeUndefined()
  })

  it('dates the order by the Korean calendar', () => {
    expect(order({ productId: 'phone', quantity: 1 }).id).toMatch(/^A-20261123-/)
  })
})
