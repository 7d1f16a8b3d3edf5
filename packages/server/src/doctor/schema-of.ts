import type { Ledger } from '../ledger/ledger.ts'

/** A ledger that tells which version its schema has. Optional: a ledger in memory has none. */
interface Versioned {
  readonly schemaVersion: () => Promise<number>
}

/** The version of a ledger's schema; `undefined` when it does not tell. */
export async function schemaOf(ledger: Ledger | undefined): Promise<number | undefined> {
  const { schemaVersion } = (ledger ?? {}) as Partial<Versioned>
  return typeof schemaVersion === 'function' ? schemaVersion() : undefined
}
