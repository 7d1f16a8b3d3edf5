import type { Ledger } from '@payple-kit/server'

/** A ledger with a past. */
export interface BenchLedger {
  readonly ledger: Ledger
  /** Writes so many payments, with everything that belongs to them, in one transaction. */
  fill(payments: number): Promise<void>
  /** Bytes on disk. */
  size(): Promise<number>
}

/** The past ends now and goes back two years, whatever the number of payments. */
export const PAST_MS: number = 2 * 365 * 86_400_000
