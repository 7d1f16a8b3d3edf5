import type { Locale } from './locale-store.ts'
import { useLocale } from './locale.tsx'

/** Won the way each language writes it: `1,000원`, `₩1,000`. */
function formatWon(amount: number, locale: Locale): string {
  return locale === 'ko' ? `${amount.toLocaleString('ko-KR')}원` : `₩${amount.toLocaleString('en-US')}`
}

/** Korean time, wherever the buyer sits: it has to match the card slip. */
function formatTime(iso: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso))
}

/** `01012345678` → `010-1234-5678`. */
export function formatPhone(digits: string): string {
  return digits.replace(/^(02|0\d{2})(\d{3,4})(\d{4})$/, '$1-$2-$3')
}

export function useFormat(): { won: (amount: number) => string; time: (iso: string) => string } {
  const { locale } = useLocale()
  return { won: (amount) => formatWon(amount, locale), time: (iso) => formatTime(iso, locale) }
}
