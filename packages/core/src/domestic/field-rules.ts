/** What one value may look like, by the field table. Shared by windows and server calls. */
import { WINDOW_FIELDS } from './fields.ts'
import type { WindowField } from './fields.ts'

/** The part of a table row that speaks of the value alone. */
export type FieldRule = Pick<WindowField, 'type' | 'max' | 'values'>

/** A broken limit: which field, and the rule it broke. The value is left out when it could be personal. */
export interface LimitViolation {
  readonly field: string
  readonly rule: string
}

// Assigning checks that every row has the shape of a `WindowField`.
const ROWS: Readonly<Record<string, WindowField>> = WINDOW_FIELDS

const FORMATS: Readonly<Record<string, readonly [RegExp, string]>> = {
  PCD_PAY_GOODS: [/./su, 'at least 1 character'],
  PCD_PAY_OID: [/^[A-Za-z0-9_-]+$/, 'only letters, digits, "_" and "-"'],
  PCD_PAY_MONTH: [/^(0[1-9]|1[0-2])$/, 'two digits, 01 to 12'],
  PCD_PAY_YEAR: [/^\d{4}$/, 'four digits'],
}

/** @returns the rule of the window's field table that the value breaks, or `undefined` */
export function brokenRule(field: string, value: unknown): string | undefined {
  const row = Object.hasOwn(ROWS, field) ? ROWS[field] : undefined
  if (row === undefined) return 'not a field of the payment window'
  const broken = brokenShape(row, value)
  if (broken !== undefined) return broken
  const format = Object.hasOwn(FORMATS, field) ? FORMATS[field] : undefined
  return format === undefined || format[0].test(String(value)) ? undefined : format[1]
}

/** @returns the part of the rule that the value breaks, or `undefined` */
export function brokenShape(rule: FieldRule, value: unknown): string | undefined {
  if (typeof value !== 'string') return 'must be a string'
  if (rule.values !== undefined && !rule.values.includes(value)) return `one of ${rule.values.join(', ')}`
  if (rule.max !== undefined && [...value].length > rule.max) return `at most ${rule.max} characters`
  if (rule.type !== 'text' && !/^\d*$/.test(value)) return 'digits only'
  return undefined
}
