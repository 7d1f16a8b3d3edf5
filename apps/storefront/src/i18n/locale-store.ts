export type Locale = 'ko' | 'en'

const KEY = 'shop-locale'

/** The remembered language; at the first visit the browser's, English for everything but Korean. */
export function storedLocale(): Locale {
  const stored = read()
  if (stored === 'ko' || stored === 'en') return stored
  return /^(ko\b|$)/i.test(navigator.language) ? 'ko' : 'en'
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export function rememberLocale(locale: Locale): void {
  document.documentElement.lang = locale
  try {
    localStorage.setItem(KEY, locale)
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
