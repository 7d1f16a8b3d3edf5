import type { Ledger } from '../ledger/ledger.ts'

/** The version of a ledger's schema; `undefined` for a ledger without one. */
export async function schemaOf(ledger: Ledger | undefined): Promise<number | undefined> {
  return ledger?.schemaVersion?.()
}
