import type { Generated } from 'kysely'

import type { AttentionRow } from '../attention-row.ts'
import type { SealedBillingKey } from '../billing-key-row.ts'
import type { CheckoutRow, CheckoutState, LedgerScope } from '../checkout-row.ts'
import type { Actor } from '../ledger-event.ts'
import type { RefundRow } from '../refund-row.ts'
import type { WebhookRow } from '../webhook-row.ts'

type Numbered<Row extends { readonly seq: number }> = Omit<Row, 'seq'> & { seq: Generated<number> }

/** Tables as Kysely sees them. Columns are snake_case on disk, `CamelCasePlugin` translates. */
export interface LedgerTables {
  checkouts: Numbered<CheckoutRow>
  refunds: Numbered<RefundRow>
  attention: Numbered<AttentionRow>
  billingKeys: SealedBillingKey
  /** `facts` as JSON. */
  webhooks: Numbered<Omit<WebhookRow, 'facts'> & { facts: string }>
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
    scope: LedgerScope
    checkoutId: string
    payload: string
    createdAt: number
    attempts: number
    claimUntil: number | null
    deliveredAt: number | null
  }
}
