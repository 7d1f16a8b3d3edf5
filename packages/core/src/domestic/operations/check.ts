import { PaypleIntegrationError } from '../../errors/integration-error.ts'
import { brokenRule, brokenShape } from '../field-rules.ts'
import { WINDOW_FIELDS } from '../fields.ts'
import type { CallRule } from './rules.ts'

/**
 * The body itself, without its absent fields, when every value keeps its rule. Fields the window shares follow the window's table; an
 * operation names its own rules for others, or looser ones. An empty string is refused: Payple reads it as a value.
 *
 * @param section of docs/protocol/domestic.md, for the message
 * @throws PaypleIntegrationError `FIELD_INVALID` that names field and rule, never the value
 */
export function checkedBody(
  section: string,
  body: Readonly<Record<string, string | undefined>>,
  rules: Readonly<Record<string, CallRule>> = {},
): Record<string, string> {
  const present = Object.entries(body).filter((entry): entry is [string, string] => entry[1] !== undefined)
  for (const [field, value] of present) {
    const broken = broke(field, value, Object.hasOwn(rules, field) ? rules[field] : undefined)
    if (broken !== undefined) throw invalidField(section, field, broken)
  }
  return Object.fromEntries(present)
}

/** The error of a field that breaks a rule of a server call. */
export function invalidField(section: string, field: string, rule: string): PaypleIntegrationError {
  return new PaypleIntegrationError(
    'FIELD_INVALID',
    `"${field}" breaks a rule of Payple's API: ${rule}. See docs/protocol/domestic.md ${section}.`,
  )
}

function broke(field: string, value: string, own: CallRule | undefined): string | undefined {
  if (value === '') return 'must not be empty'
  if (own === undefined) return Object.hasOwn(WINDOW_FIELDS, field) ? brokenRule(field, value) : undefined
  if (value.length < (own.min ?? 0)) return `at least ${own.min} characters`
  return brokenShape(own, value)
}
