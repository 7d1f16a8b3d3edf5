import { PaypleIntegrationError } from '../errors/integration-error.ts'
import { WINDOW_FIELDS } from './fields.ts'
import type { WindowField, WindowRequest } from './fields.ts'

/** Smallest amount in won: card 100, transfer 1,000 (docs/protocol/domestic.md 11.1 row 14). */
export const MINIMUM_WON = { card: 100, transfer: 1000 } as const

// Assigning checks that every row has the shape of a `WindowField`.
const ROWS: Readonly<Record<string, WindowField>> = WINDOW_FIELDS

/** A broken limit: which field, and the rule it broke. The value is left out when it could be personal. */
export interface LimitViolation {
  readonly field: string
  readonly rule: string
}

/**
 * Checks every field of a window request against the table.
 *
 * @returns the first violation, or `undefined` when the request may be sent
 */
export function findLimitViolation(request: WindowRequest): LimitViolation | undefined {
  for (const [field, value] of Object.entries(request)) {
    const rule = brokenRule(Object.hasOwn(ROWS, field) ? ROWS[field] : undefined, field, value)
    if (rule !== undefined) return { field, rule }
  }
  const minimum = MINIMUM_WON[request.PCD_PAY_TYPE ?? 'card']
  if (request.PCD_PAY_TOTAL !== undefined && Number(request.PCD_PAY_TOTAL) < minimum) {
    return { field: 'PCD_PAY_TOTAL', rule: `at least ${minimum} won` }
  }
  if (request.PCD_REGULER_FLAG === 'Y' && !(request.PCD_PAY_YEAR && request.PCD_PAY_MONTH)) {
    return { field: 'PCD_PAY_YEAR', rule: 'year and month are needed with the monthly guard' }
  }
  return undefined
}

/** @throws PaypleIntegrationError `FIELD_INVALID` that names the field and the rule */
export function assertWithinLimits(request: WindowRequest): void {
  const broken = findLimitViolation(request)
  if (broken === undefined) return
  throw new PaypleIntegrationError(
    'FIELD_INVALID',
    `"${broken.field}" breaks a rule of Payple's window: ${broken.rule}. See docs/protocol/domestic.md 3.8.`,
  )
}

function brokenRule(row: WindowField | undefined, field: string, value: unknown): string | undefined {
  if (row === undefined) return 'not a field of the payment window'
  if (typeof value !== 'string') return 'must be a string'
  if (row.values !== undefined && !row.values.includes(value)) return `one of ${row.values.join(', ')}`
  if (row.max !== undefined && [...value].length > row.max) return `at most ${row.max} characters`
  if (row.type !== 'text' && !/^\d*$/.test(value)) return 'digits only'
  if (field === 'PCD_PAY_OID' && !/^[A-Za-z0-9_-]+$/.test(value)) return 'only letters, digits, "_" and "-"'
  if (field === 'PCD_PAY_MONTH' && !/^(0[1-9]|1[0-2])$/.test(value)) return 'two digits, 01 to 12'
  if (field === 'PCD_PAY_YEAR' && !/^\d{4}$/.test(value)) return 'four digits'
  return undefined
}
