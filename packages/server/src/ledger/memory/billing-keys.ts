import type { BillingKeyLedger, SealedBillingKey } from '../billing-key-row.ts'
import type { LedgerScope } from '../checkout-row.ts'
import { rowsOf } from './store.ts'
import type { MemoryStore } from './store.ts'

/** Billing keys in memory. */
export function billingKeyMethods(store: MemoryStore): BillingKeyLedger {
  const { billingKeys } = store
  return {
    findBillingKey: async (scope, fingerprints) => findBillingKey(store, scope, fingerprints),
    findRemovedByGateway: async (scope, fingerprints) =>
      rowsOf(
        billingKeys,
        (key) => key.scope === scope && fingerprints.includes(key.fingerprint) && key.removedBy === 'gateway',
      ).at(-1),
    billingKey: async (id) => billingKeys.get(id),
    billingKeysOf: async (scope, orderId) =>
      rowsOf(
        billingKeys,
        (key) => key.scope === scope && key.orderId === orderId && key.removedAt === null,
      ).toReversed(),
    replaceBillingKey: async (id, from, to) => {
      const key = billingKeys.get(id)
      if (key === undefined || key.removedAt !== null || key.fingerprint !== from) return false
      if (findBillingKey(store, key.scope, [to.fingerprint]) !== undefined) return false
      billingKeys.set(id, { ...key, ...to })
      return true
    },
    removeBillingKey: async (id, removedAt, removedBy) => {
      const key = billingKeys.get(id)
      if (key === undefined || key.removedAt !== null) return false
      billingKeys.set(id, { ...key, removedAt, removedBy })
      return true
    },
  }
}

/** A key with one of these fingerprints that is not removed. */
export function findBillingKey(
  { billingKeys }: MemoryStore,
  scope: LedgerScope,
  fingerprints: readonly string[],
): SealedBillingKey | undefined {
  const fits = (key: SealedBillingKey): boolean =>
    key.scope === scope && fingerprints.includes(key.fingerprint) && key.removedAt === null
  return rowsOf(billingKeys, fits)[0]
}
