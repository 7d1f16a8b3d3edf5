import type { BillingKeyRef } from '@payple-kit/core'

import type { SealedBillingKey } from '../ledger/billing-key-row.ts'

/** A stored key as shop and buyer may see it. */
export function refOf({ id, payType, cardName: name, cardNumber: number }: SealedBillingKey): BillingKeyRef {
  if (name === null || number === null) return { id }
  return payType === 'transfer' ? { id, bank: { name, number } } : { id, card: { name, number } }
}
