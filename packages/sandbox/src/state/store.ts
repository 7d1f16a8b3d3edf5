/** All state of one sandbox, in memory, indexed by what the calls look it up with. */
import type { Merchant } from '../settings.ts'
import type { OverseasStore } from '../overseas/state.ts'
import type { WebhookRecord } from '../webhooks/webhook.ts'
import type { LinkRecord } from './links.ts'
import type { AuthSession, BillingKeyRecord, PaymentRecord, WindowSession } from './records.ts'

/** The maps behind every route. Payments and billing keys are kept apart by merchant: order numbers are unique per partner. */
export interface Store {
  authSessions: Map<string, AuthSession>
  /** Partner behind a `cst_id` or `custKey` token, by `cstToken\n…` or `custToken\n…`. */
  tokens: Map<string, Merchant>
  windows: Map<string, WindowSession>
  payments: Map<string, PaymentRecord>
  paymentsByReqKey: Map<string, PaymentRecord>
  billingKeys: Map<string, BillingKeyRecord>
  billingKeysByMeans: Map<string, BillingKeyRecord>
  /** Billing key, year and month taken under the monthly guard (docs/protocol/domestic.md section 6.1). */
  monthlyCharges: Set<string>
  links: Map<string, LinkRecord>
  /** Messages to merchants, by id, oldest first. */
  webhooks: Map<string, WebhookRecord>
}

/** An empty store. */
export function createStore(): Store {
  return {
    authSessions: new Map(),
    tokens: new Map(),
    windows: new Map(),
    payments: new Map(),
    paymentsByReqKey: new Map(),
    billingKeys: new Map(),
    billingKeysByMeans: new Map(),
    monthlyCharges: new Set(),
    links: new Map(),
    webhooks: new Map(),
  }
}

/** Forgets everything, keeping the same maps so that routes need not be rebuilt. */
export function clearStore(store: Store | OverseasStore): void {
  for (const collection of Object.values(store) as { clear(): void }[]) collection.clear()
}

/** Key of an order number, or of a card or account, within one merchant. */
export function within(merchant: Merchant, name: string): string {
  return `${merchant.cstId}\n${name}`
}
