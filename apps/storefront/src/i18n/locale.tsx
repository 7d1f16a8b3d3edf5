import { createContext, use, useState, type ReactNode } from 'react'
import type { Text } from '../../shared/shop-api.ts'
import { en } from './en.ts'
import { ko, type Words } from './ko.ts'
import { rememberLocale, storedLocale, type Locale } from './locale-store.ts'

interface LocaleContext {
  readonly locale: Locale
  readonly words: Words
  readonly setLocale: (locale: Locale) => void
}

const Context = createContext<LocaleContext | null>(null)
const WORDS: Readonly<Record<Locale, Words>> = { ko, en }

export function LocaleProvider({ children }: { readonly children: ReactNode }) {
  const [locale, set] = useState(storedLocale)
  const setLocale = (next: Locale) => {
    rememberLocale(next)
    set(next)
  }
  return <Context value={{ locale, words: WORDS[locale], setLocale }}>{children}</Context>
}

export function useLocale(): LocaleContext {
  const context = use(Context)
  if (!context) throw new Error('useLocale needs a LocaleProvider above it.')
  return context
}

/** The shop's own texts in the current language. */
export function useWords(): Words {
  return useLocale().words
}

/** Picks the current language from a text of the server. */
export function useText(): (text: Text) => string {
  const { locale } = useLocale()
  return (text) => text[locale]
}
