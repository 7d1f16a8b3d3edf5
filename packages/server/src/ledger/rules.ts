/** The ledger's rules as plain functions, shared by both implementations and by their tests. */
import type { CheckoutDraft, CheckoutRow } from './checkout-row.ts'
import type { Change } from './ledger.ts'
import { isLegal, LIVE_STATES, OPEN_STATES } from './transitions.ts'

/** Payments compete for the one place of their order; registrations do not. */
export function isPayment(row: Pick<CheckoutRow, 'work'>): boolean {
  return row.work !== 'AUTH'
}

/** Whether preparing again may hand out this attempt once more. */
export function isReusable(row: CheckoutRow, draft: CheckoutDraft): boolean {
  return (
    OPEN_STATES.includes(row.state) &&
    row.expiresAt > draft.createdAt &&
    row.method === draft.method &&
    row.work === draft.work &&
    row.goods === draft.goods &&
    row.amount === draft.amount &&
    row.vat === draft.vat
  )
}

/** Whether the change would take the order's one place. */
export function takesPlace(change: Change): boolean {
  return LIVE_STATES.includes(change.to) && change.set?.voidReason !== 'duplicate'
}

/** Whether the row is as the change expects it. Rivals are the implementation's business. */
export function isExpected(row: CheckoutRow, change: Change): boolean {
  if (!change.from.includes(row.state)) return false
  if (change.token !== undefined && row.claimToken !== change.token) return false
  return change.unclaimed !== true || row.claimUntil === null || row.claimUntil <= change.at
}

/** @throws Error for a change that no caller may ask for */
export function assertLegal(change: Change): void {
  const illegal = change.from.find((from) => !isLegal(from, change.to))
  if (illegal !== undefined)
    throw new Error(`[payple-kit] ledger: ${illegal} → ${change.to} is not a legal transition.`)
}
