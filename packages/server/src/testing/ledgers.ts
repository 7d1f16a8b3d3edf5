/** Every ledger there is: contract tests and flow tests run against each. */
import { memoryLedger } from '../ledger/memory.ts'
import { sqliteLedger } from '../ledger/sqlite.ts'
import type { Ledger } from '../ledger/ledger.ts'

export const LEDGERS: readonly (readonly [name: string, open: () => Ledger])[] = [
  ['memory', memoryLedger],
  ['sqlite', () => sqliteLedger(':memory:')],
]
