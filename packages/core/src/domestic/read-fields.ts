/** How every reader looks at an answer: names of any vintage, values as strings or numbers, nothing inherited. */

/** Reads fields of one answer. */
export interface FieldReader {
  /** The first of these names that has a value, trimmed and without control characters, which PostgreSQL would not store. Later names are older or rarer spellings. */
  readonly text: (...names: readonly string[]) => string | undefined
  /** The value of `name` when it is one of `values`. */
  readonly oneOf: <Value extends string>(values: readonly Value[], name: string) => Value | undefined
  /** `true` for `Y`, `false` for `N`, `undefined` for anything else. */
  readonly flag: (name: string) => boolean | undefined
}

/** @returns `undefined` when `raw` is no object of fields */
export function fieldReader(raw: unknown): FieldReader | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined
  const fields = raw as Readonly<Record<string, unknown>>
  const text = (...names: readonly string[]): string | undefined => {
    for (const name of names) {
      const value = Object.hasOwn(fields, name) ? fields[name] : undefined
      const printable = typeof value === 'string' ? value.replace(/\p{Cc}/gu, '').trim() : ''
      if (printable !== '') return printable
      if (typeof value === 'number' && Number.isFinite(value)) return String(value)
    }
    return undefined
  }
  return {
    text,
    oneOf: (values, name) => values.find((value) => value === text(name)),
    flag: (name) => ({ Y: true, N: false })[text(name) ?? ''],
  }
}

/** The flag of every answer, the only reliable one (docs/protocol/domestic.md 9.1). */
export type AnswerStatus = 'success' | 'error' | 'unreadable'

/** @returns `unreadable` for an unknown flag */
export function readStatus(flag: string | undefined): AnswerStatus {
  return flag === 'success' || flag === 'error' ? flag : 'unreadable'
}

/** `개인` and `법인` of lookups and `personal` and `company` of results mean the same (4, 6.4). */
export function readAccountType(text: string | undefined): 'personal' | 'company' | undefined {
  if (text === 'personal' || text === '개인') return 'personal'
  return text === 'company' || text === 'corporate' || text === '법인' ? 'company' : undefined
}

/** A link a browser may open: https, nothing else. */
export function readHttps(address: string | undefined): string | undefined {
  return address !== undefined && /^https:\/\/[^\s"'<>\\]+$/i.test(address) ? address : undefined
}
