import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatWon, readWon, splitTax } from './money.ts'

it.each([
  ['1000', 1000],
  [1000, 1000],
  ['1,000', 1000],
  [' 12,345,678 ', 12_345_678],
  ['0', 0],
  ['', undefined],
  ['1,00', undefined],
  ['10.5', undefined],
  [10.5, undefined],
  ['-1', undefined],
  ['1e3', undefined],
  [null, undefined],
  ['99999999999999999999', undefined],
])('%j reads as %j', (text, amount) => {
  expect(readWon(text)).toBe(amount)
})

it('what is printed is read back', () => {
  fc.assert(
    fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (amount) => {
      expect(readWon(formatWon(amount).replace('원', ''))).toBe(amount)
    }),
  )
})

it('a split always adds up, and VAT is a tenth of the taxable part to the won', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (total, share) => {
        const split = splitTax(total, Math.floor(total * share))
        expect(split.taxable + split.vat + split.exempt).toBe(total)
        expect(Math.abs(split.vat - split.taxable / 10)).toBeLessThanOrEqual(1)
      },
    ),
  )
})

it('splits the textbook case', () => {
  expect(splitTax(11_000)).toEqual({ total: 11_000, taxable: 10_000, vat: 1000, exempt: 0 })
  expect(splitTax(1000)).toMatchObject({ vat: 91 })
})

it('prints both ways', () => {
  expect(formatWon(1_234_567)).toBe('1,234,567원')
  expect(formatWon(1000, 'en')).toBe('₩1,000')
})
