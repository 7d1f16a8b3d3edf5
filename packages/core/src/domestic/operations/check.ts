import { PaypleIntegrationError } from '../../errors/integration-error.ts'
import { brokenRule, brokenShape } from '../field-rules.ts'
import type { FieldRule } from '../field-rules.ts'
import { WINDOW_FIELDS } from '../fields.ts'

/**
 * The body itself, when every value keeps its rule. Fields the window shares follow the window's table; an operation names its own
 * rules for the others, or looser ones. An empty string is refused: Payple reads it as a value.
 *
 * @param section of docs/protocol/domestic.md, for the message
 * @throws PaypleIntegrationError `FIELD_INVALID` that names field and rule, never the value
 */
export function checkedBody(
  section: string,
  body: Readonly<Record<string, string | undefined>>,
  rules: Readonly<Record<string, FieldRule & { readonly min?: number }>> = {},
): Record<string, string> {
  const present = Object.entries(body).filter((entry): entry is [string, string] => entry[1] !== undefined)
  for (const [field, value] of present) {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined
    const broken =
      value === ''
        ? 'must not be empty'
        : rule !== undefined
          ? (brokenShape(rule, value) ??
            (value.length < (rule.min ?? 0) ? `at least ${rule.min} characters` : undefined))
          : Object.hasOwn(WINDOW_FIELDS, field)
            ? brokenRule(field, value)
            : undefined
    if (broken !== undefined) {
      throw new PaypleIntegrationError(
        'FIELD_INVALID',
        `"${field}" breaks a rule of Payple's API: ${broken}. See docs/protocol/domestic.md ${section}.`,
      )
    }
  }
  return Object.fromEntries(present)
}
