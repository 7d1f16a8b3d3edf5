/** A call's fields with what each of them means. */
import { html } from 'hono/html'
import type { Language } from '../window/language.ts'
import type { Html } from '../window/page-frame.ts'
import { DOMESTIC_FIELDS } from './domestic.ts'
import type { FieldMeaning } from './field.ts'
import { OVERSEAS_FIELDS } from './overseas.ts'

/** The meaning of a field. `result` is in both products; a value like `T0000` is an overseas code. */
export function meaningOf(name: string, value = ''): FieldMeaning | undefined {
  if (name === 'result' && /^[A-Z]{1,3}_?\w*\d/.test(value)) return OVERSEAS_RESULT
  if (Object.hasOwn(DOMESTIC_FIELDS, name)) return DOMESTIC_FIELDS[name]
  return Object.hasOwn(OVERSEAS_FIELDS, name) ? OVERSEAS_FIELDS[name] : undefined
}

const OVERSEAS_RESULT: FieldMeaning = {
  text: { ko: '결과 코드. A0000과 T0000이 성공', en: 'Result code; A0000 and T0000 are success' },
  section: 'overseas.md 4.2',
}

/** Payple's own pages: the manual of the domestic product and the guide of the overseas one (sources MC and S0 of the protocol pages). */
const MANUALS = {
  domestic: 'https://github.com/PAYPLECORP/manual_card',
  overseas: 'https://docs.payple.kr/preparation/international-payment',
} as const

/** The page of Payple's that speaks of these fields. */
export function manualOf(fields: Readonly<Record<string, string>>): string {
  const overseas = Object.entries(fields).some(([name, value]) =>
    meaningOf(name, value)?.section.startsWith('overseas'),
  )
  return overseas ? MANUALS.overseas : MANUALS.domestic
}

/** A list of fields: name, value, meaning, section of the protocol page. */
export function fieldList(fields: Readonly<Record<string, string>>, language: Language): Html {
  return html`<dl class="fields">
    ${Object.entries(fields).map(([name, value]) => {
      const meaning = meaningOf(name, value)
      return html`<div>
        <dt>${name}</dt>
        <dd>
          <span class="value">${value === '' ? '–' : value}</span>
          ${
            meaning === undefined
              ? ''
              : html`<span class="soft meaning">${meaning.text[language]} <cite>${meaning.section}</cite></span>`
          }
        </dd>
      </div>`
    })}
  </dl>`
}
