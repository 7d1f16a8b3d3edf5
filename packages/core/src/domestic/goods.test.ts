import fc from 'fast-check'
import { expect, it } from 'vitest'
import { GOODS_MAX, tidyGoods } from './goods.ts'

it.each([
  ['휴대폰', '휴대폰'],
  ['여름 🍉 수박 👨‍👩‍👧 세트', '여름 수박 세트'],
  ['a"b<c>&d', 'a"b<c>&d'],
  [' 두\n줄\t제목 ', '두 줄 제목'],
  ['🎁', '상품'],
  ['7번 #1 * 세트', '7번 #1 * 세트'],
])('%j → %j', (name, tidy) => {
  expect(tidyGoods(name)).toBe(tidy)
})

it('any text becomes a name the window takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const tidy = tidyGoods(name)
      expect([...tidy].length).toBeGreaterThan(0)
      expect([...tidy].length).toBeLessThanOrEqual(GOODS_MAX)
      expect(tidy).not.toMatch(/\p{Cc}|\p{Extended_Pictographic}/u)
      expect(tidyGoods(tidy)).toBe(tidy)
    }),
  )
})
