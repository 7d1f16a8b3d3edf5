const SECOND = 1_000
const STEPS = [2, 4, 8, 15, 30, 60, 120, 300]
const LAST = 600

/** When a payment in doubt may be looked up again after so many lookups in vain: 2 s at first, 10 min in the end. */
export function nextCheck(now: number, checks: number): number {
  return now + (STEPS[checks] ?? LAST) * SECOND
}

/** When to ask again about a silent window after the gateway could not be asked. */
export const UNANSWERED_MS: number = 15 * SECOND

/** A `PAY` window whose result never came is looked up this often, then only when new evidence arrives. */
export const CHECKS_WITHOUT_EVIDENCE = 12

/** How long a `PAY` window may stay silent before it is looked up for the first time. */
export const FIRST_CHECK_MS: number = 60 * SECOND

/** A link is paid whenever the payer gets to it: asked once an hour, and a day longer than it works. */
export const LINK_CHECK_MS: number = 3_600 * SECOND
export const LINK_GRACE_MS: number = 24 * 3_600 * SECOND
