import type { Currency } from '../../shared/shop-api.ts'
import type { Locale } from './locale-store.ts'
import { useLocale } from './locale.tsx'

/** Won the way each language writes it: `1,000원`, `₩1,000`. */
function formatWon(amount: number, locale: Locale): string {
  return locale === 'ko' ? `${amount.toLocaleString('ko-KR')}원` : `₩${amount.toLocaleString('en-US')}`
}

/** An amount in the smallest unit of its currency. Dollars look the same in both languages. */
function formatMoney(amount: number, currency: Currency | undefined, locale: Locale): string {
  if (currency !== 'USD') return formatWon(amount, locale)
  return `US$${(amount / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`
}

/** Korean time, wherever the buyer sits: it has to match the card slip. */
function formatTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso))
}

/** A Korean day `yyyy-MM-dd`, or the Korean day of a moment. */
function formatDay(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    dateStyle: 'long',
  }).format(new Date(iso.length === 10 ? `${iso}T00:00:00+09:00` : iso))
}

/** `202611` → `2026년 11월`, `November 2026`. */
function formatMonth(month: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
  }).format(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(4)) - 1))
}

/** `01012345678` → `010-1234-5678`. */
export function formatPhone(digits: string): string {
  return digits.replace(/^(02|0\d{2})(\d{3,4})(\d{4})$/, '$1-$2-$3')
}

interface Format {
  readonly won: (amount: number) => string
  readonly money: (amount: number, currency: Currency | undefined) => string
  readonly time: (iso: string) => string
  readonly day: (iso: string) => string
  readonly month: (month: string) => string
}

export function useFormat(): Format {
  const { locale } = useLocale()
  return {
    won: (amount) => formatWon(amount, locale),
    money: (amount, currency) => formatMoney(amount, currency, locale),
    time: (iso) => formatTime(iso, locale),
    day: (iso) => formatDay(iso, locale),
    month: (month) => formatMonth(month, locale),
  }
}
