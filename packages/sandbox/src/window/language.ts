/** Which of the two languages a page starts in. The buyer can switch inside the page. */

/** Languages of every page of the sandbox. */
export type Language = 'ko' | 'en'

/** One text in both languages. */
export type Text = Readonly<Record<Language, string>>

/** `?lang` first, then the first known entry of `Accept-Language`, then Korean. */
export function languageOf(request: Request): Language {
  const asked = new URL(request.url).searchParams.get('lang')
  if (asked === 'ko' || asked === 'en') return asked
  const accepted = request.headers.get('accept-language') ?? ''
  const first = accepted
    .split(',')
    .map((tag) => tag.trim().slice(0, 2))
    .find((tag) => tag === 'ko' || tag === 'en')
  return first === 'en' ? 'en' : 'ko'
}
