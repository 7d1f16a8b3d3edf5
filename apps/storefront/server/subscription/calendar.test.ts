import { describe, expect, it } from 'vitest'
import { dayAfter, koreanDay, monthOf, nextMonth } from './calendar.ts'

describe('calendar', () => {
  it('turns the day at midnight in Seoul', () => {
    expect(koreanDay(Date.parse('2026-11-30T14:59:59Z'))).toBe('2026-11-30')
    expect(koreanDay(Date.parse('2026-11-30T15:00:00Z'))).toBe('2026-12-01')
  })

  it('keeps the day of the month where there is one, and comes back to it', () => {
    expect(nextMonth('2027-01-31', 31)).toBe('2027-02-28')
    expect(nextMonth('2027-02-28', 31)).toBe('2027-03-31')
    expect(nextMonth('2026-12-15', 15)).toBe('2027-01-15')
  })

  it('names the month of a day, and the day after it', () => {
    expect(monthOf('2026-11-25')).toBe('202611')
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  })
})
