import type { PaymentResult } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { Operated } from '../gateway/gateway.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'

/**
 * An overseas charge may be answered with another key than was sent; whether Payple ever does so is not known, and the safest is to keep the
 * answered one (docs/protocol/overseas.md 5.1). Only the gateway's own answer to this very charge counts.
 */
export async function keepAnsweredKey(
  { vault, settings, log }: Context,
  key: SealedBillingKey,
  sent: { readonly oid: string; readonly payerId: string },
  reply: Operated<PaymentResult>,
): Promise<void> {
  if (vault === undefined || reply.kind !== 'answer') return
  const { status, oid, payerId } = reply.answer
  if (status !== 'success' || oid !== sent.oid || payerId === undefined || payerId === sent.payerId) return
  const replaced = await settings.ledger.replaceBillingKey(key.id, key.fingerprint, await vault.seal(key.id, payerId))
  if (replaced) log('info', 'billing-key-replaced', { reason: key.id })
}
