import { useLocale } from '../i18n/locale.tsx'
import { en } from './words/en.ts'
import { ko, type AdminWords } from './words/ko.ts'

const WORDS: Readonly<Record<'ko' | 'en', AdminWords>> = { ko, en }

export function useAdminWords(): AdminWords {
  return WORDS[useLocale().locale]
}

/** A word from a table by a key the server sent; the key itself when the server knows more than this page. */
export function wordOf(table: Readonly<Record<string, string>>, key: string): string {
  return table[key] ?? key
}
