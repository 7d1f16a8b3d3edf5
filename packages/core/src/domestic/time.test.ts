import fc from 'fast-check'
import { expect, it } from 'vitest'
import { kstDate, kstHour, parseGatewayTime } from './time.ts'

it('takes the Korean day, not UTC', () => {
  expect(kstDate(Date.UTC(2026, 0, 1, 14, 59, 59))).toBe('20260101')
  expect(kstDate(Date.UTC(2026, 0, 1, 15, 0, 0))).toBe('20260102')
})

it('takes the Korean hour, ten digits', () => {
  expect(kstHour(Date.UTC(2026, 0, 1, 14, 59, 59))).toBe('2026010123')
  expect(kstHour(Date.UTC(2026, 0, 1, 15, 0, 0))).toBe('2026010200')
})

it('reads both documented formats as Korean time', () => {
  expect(parseGatewayTime('20200301140130')).toBe(Date.UTC(2020, 2, 1, 5, 1, 30))
  expect(parseGatewayTime('2020-03-20 19:50:00')).toBe(Date.UTC(2020, 2, 20, 10, 50, 0))
})

it.each(['', undefined, '20200231000000', '2020030114013', 'yesterday'])('%j is no time', (text) => {
  expect(parseGatewayTime(text)).toBeUndefined()
})

it('the day of a parsed time is the day it prints', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2018-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (date) => {
      const text = date.toISOString().replace(/\D/g, '').slice(0, 14)
      const time = parseGatewayTime(text)
      expect(time).toBeDefined()
      expect(kstDate(time ?? 0)).toBe(text.slice(0, 8))
    }),
  )
})
