import type { Generated } from 'kysely'

import type { CheckoutRow, CheckoutState } from './checkout-row.ts'
import type { Actor } from './ledger-event.ts'
import type { SealedBillingKey } from './ledger.ts'

/** Tables as Kysely sees them. Columns are snake_case on disk, `CamelCasePlugin` translates. */
export interface LedgerTables {
  checkouts: Omit<CheckoutRow, 'seq'> & { seq: Generated<number> }
  events: {
    seq: Generated<number>
    checkoutId: string
    at: number
    name: string
    actor: Actor
    fromState: CheckoutState | null
    toState: CheckoutState
    /** JSON of `EventDetail`. */
    detail: string | null
  }
  outbox: {
    seq: Generated<number>
    checkoutId: string
    payload: string
    createdAt: number
    attempts: number
    claimUntil: number | null
    deliveredAt: number | null
  }
  billingKeys: SealedBillingKey
}
