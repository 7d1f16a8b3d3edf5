import { expect } from 'vitest'

/** Fails the history with this sentence when something does not hold. */
export function insist(holds: boolean, otherwise: string): void {
  expect(holds, otherwise).toBe(true)
}
