/** The ledger's rules as plain functions, shared by all implementations and by their tests. */
import { isOverseas } from '@payple-kit/core'

import type { CheckoutDraft, CheckoutRow } from './checkout-row.ts'
import type { Change } from './ledger.ts'
import { isLegal, isLive, OPEN_STATES } from './transitions.ts'

/** Payments compete for the one place of their order; registrations do not. */
export function isPayment(row: Pick<CheckoutRow, 'work'>): boolean {
  return row.work !== 'AUTH'
}

/** Whether it is a window that may still be opened. A link belongs to the shop's server: preparing neither hands it out nor ends it. */
export function isOpenWindow(row: CheckoutRow): boolean {
  return OPEN_STATES.includes(row.state) && row.idempotencyKey === null
}

/** Whether preparing again may hand out this attempt once more. */
export function isReusable(row: CheckoutRow, draft: CheckoutDraft): boolean {
  // Whether the overseas gateway takes an order number twice is not known, so no number is opened twice (docs/protocol/overseas.md 3.7).
  if (isOverseas(row.method) && row.state !== 'created') return false
  return (
    isOpenWindow(row) &&
    row.expiresAt > draft.createdAt &&
    row.method === draft.method &&
    row.work === draft.work &&
    row.goods === draft.goods &&
    row.amount === draft.amount &&
    row.currency === (draft.currency ?? 'KRW') &&
    row.keepsCard === (draft.keepsCard ?? 0) &&
    row.vat === draft.vat
  )
}

/** Whether the change would give the row its order's one place. */
export function takesPlace(row: CheckoutRow, change: Change): boolean {
  const { voidReason = row.voidReason } = change.set ?? {}
  return isPayment(row) && isLive({ state: change.to, voidReason })
}

/** Whether a row is as a change expects it. Rivals are the implementation's business. */
export function isExpected<State>(row: Claimable<State>, change: Expectation<State>): boolean {
  if (!change.from.includes(row.state)) return false
  if (change.token !== undefined && row.claimToken !== change.token) return false
  return change.unclaimed !== true || isUnclaimed(row, change.at)
}

/** Whether nobody works on the row at that time. */
export function isUnclaimed(row: { readonly claimUntil: number | null }, at: number): boolean {
  return row.claimUntil === null || row.claimUntil <= at
}

/** @throws Error for a change that no caller may ask for */
export function assertLegal(change: Change): void {
  const illegal = change.from.find((from) => !isLegal(from, change.to))
  if (illegal !== undefined)
    throw new Error(`[payple-kit] ledger: ${illegal} → ${change.to} is not a legal transition.`)
}

interface Claimable<State> {
  readonly state: State
  readonly claimToken: string | null
  readonly claimUntil: number | null
}

interface Expectation<State> {
  readonly from: readonly State[]
  readonly at: number
  readonly token?: string | undefined
  readonly unclaimed?: boolean | undefined
}
