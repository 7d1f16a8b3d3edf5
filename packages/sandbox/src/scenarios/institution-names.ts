/** What issuers and banks are called on an English page. On the wire they stay Korean. */
import type { Language } from '../window/language.ts'
import { BANKS } from './banks.ts'

const ISSUERS: Readonly<Record<string, string>> = {
  BC카드: 'BC Card',
  신한카드: 'Shinhan Card',
  KB국민카드: 'KB Kookmin Card',
  삼성카드: 'Samsung Card',
  현대카드: 'Hyundai Card',
  롯데카드: 'Lotte Card',
  NH농협카드: 'NH Nonghyup Card',
  하나카드: 'Hana Card',
  우리카드: 'Woori Card',
}

/** Korean to English. */
export const ENGLISH_NAMES: Readonly<Record<string, string>> = {
  ...ISSUERS,
  ...Object.fromEntries(BANKS.map(({ name, english }) => [name, english])),
}

/** An issuer or bank in a page's language; a name nobody translated stays as it is. */
export function institutionName(name: string, language: Language): string {
  return language === 'en' ? (ENGLISH_NAMES[name] ?? name) : name
}
