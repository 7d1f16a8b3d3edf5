import { PaypleIntegrationError } from '../errors/integration-error.ts'

/** The error of a field that breaks a rule of the overseas API. Names field and rule, never the value. */
export function overseasField(section: string, field: string, rule: string): PaypleIntegrationError {
  return new PaypleIntegrationError(
    'FIELD_INVALID',
    `"${field}" breaks a rule of Payple's overseas API: ${rule}. See docs/protocol/overseas.md ${section}.`,
  )
}

/** Order numbers that every source has seen accepted (3.7). */
const OID = /^[A-Za-z0-9_-]{1,36}$/

/** @throws PaypleIntegrationError `FIELD_INVALID` */
export function checkOid(section: string, oid: string): string {
  if (OID.test(oid)) return oid
  throw overseasField(section, 'service_oid', '1 to 36 of letters, digits, "_" and "-"')
}

/**
 * A name or description. Nobody knows the limits; these keep out what no card form takes (3.2).
 *
 * @throws PaypleIntegrationError `FIELD_INVALID`
 */
export function checkText(section: string, field: string, text: string, max = 200): string {
  if (text === '' || [...text].length > max || /[\p{Cc}<>"\p{Extended_Pictographic}]/u.test(text)) {
    throw overseasField(
      section,
      field,
      `1 to ${max} characters without control characters, quotation marks, angle brackets and emoji`,
    )
  }
  return text
}

/** Leaves absent and empty fields out. */
export function present(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1])))
}
