/** What a field of the wire means. */
import type { Text } from '../window/language.ts'

/** One entry of the dictionary. */
export interface FieldMeaning {
  text: Text
  /** Where it is written down, such as `domestic.md 3.8`. */
  section: string
}

type Entry = readonly [name: string, ko: string, en: string, section: string]

/** A dictionary from a table of rows: one line per field reads better than an object each. */
export function dictionary(file: string, entries: readonly Entry[]): Readonly<Record<string, FieldMeaning>> {
  return Object.fromEntries(
    entries.map(([name, ko, en, section]) => [name, { text: { ko, en }, section: `${file} ${section}` }]),
  )
}
