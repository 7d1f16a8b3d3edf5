import { PaypleIntegrationError } from '../errors/integration-error.ts'
import { brokenCombination } from './combinations.ts'
import { brokenRule } from './field-rules.ts'
import type { LimitViolation } from './field-rules.ts'
import type { WindowRequest } from './fields.ts'

/** Smallest amount in won: card 100, transfer 1,000 (docs/protocol/domestic.md 11.1 row 14). */
export const MINIMUM_WON = { card: 100, transfer: 1000 } as const

/**
 * Checks every field of a window request against the table, then the fields against each other.
 *
 * @returns the first violation, or `undefined` when the request may be sent
 */
export function findLimitViolation(request: WindowRequest): LimitViolation | undefined {
  for (const [field, value] of Object.entries(request)) {
    const rule = brokenRule(field, value)
    if (rule !== undefined) return { field, rule }
  }
  const minimum = MINIMUM_WON[request.PCD_PAY_TYPE ?? 'card']
  if (request.PCD_PAY_TOTAL !== undefined && Number(request.PCD_PAY_TOTAL) < minimum) {
    return { field: 'PCD_PAY_TOTAL', rule: `at least ${minimum} won` }
  }
  return brokenCombination(request)
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
