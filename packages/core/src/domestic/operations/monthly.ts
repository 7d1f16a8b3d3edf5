import type { MonthlyGuard } from '../builders/options.ts'

/** The guard's three fields, or none: on the server an unused guard is not mentioned (docs/protocol/domestic.md 11.1 row 10). */
export function monthlyFields(monthly: MonthlyGuard | undefined): Record<string, string> {
  if (monthly === undefined) return {}
  return { PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: monthly.year, PCD_PAY_MONTH: monthly.month }
}
