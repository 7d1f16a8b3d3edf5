/** Every ledger there is. */
import { memoryLedger } from '../ledger/memory.ts'
import { postgresLedger } from '../ledger/postgres.ts'
import { sqliteLedger } from '../ledger/sqlite.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { freshSchema, testPool } from './postgres.ts'

type Ledgers = readonly (readonly [name: string, open: () => Ledger])[]

/** For flow tests, which trust the contract that all ledgers are held to. */
export const LEDGERS: Ledgers = [
  ['memory', memoryLedger],
  ['sqlite', () => sqliteLedger(':memory:')],
]

const pool = testPool()

/** For the contract tests. */
export const CONTRACT_LEDGERS: Ledgers = [
  ...LEDGERS,
  ['postgres', () => postgresLedger({ pool, schema: freshSchema() })],
]
