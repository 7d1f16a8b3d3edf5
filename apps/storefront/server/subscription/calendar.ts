/** Days as `yyyy-MM-dd` in Korea, wherever the server stands. Compared as text. */

const KOREAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' })

/** The Korean day of a moment. */
export function koreanDay(at: number): string {
  return KOREAN_DAY.format(at)
}

/** `2026-11-25` → `202611`: the month that the once-a-month guard of Payple is told. */
export function monthOf(day: string): string {
  return day.slice(0, 7).replace('-', '')
}

/** The same day of the next month, or its last day: who started on the 31st pays on 30 April, and on 31 May again. */
export function nextMonth(day: string, anchorDay: number): string {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return isoDay(Date.UTC(year, month, Math.min(anchorDay, lastDay)))
}

/** Tomorrow. */
export function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return isoDay(Date.UTC(year, month - 1, date + 1))
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
