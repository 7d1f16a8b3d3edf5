import type { Context } from '../context.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { deliver } from '../outbox/deliver.ts'
import { packed } from '../outbox/settled.ts'
import { refOf } from './ref-of.ts'

const ACTORS = { merchant: 'merchant', console: 'webhook', gateway: 'reconcile' } as const

/** Writes down that a billing key does not work any more and tells the shop, once. */
export async function removeKey(
  context: Context,
  id: string,
  by: NonNullable<SealedBillingKey['removedBy']>,
): Promise<void> {
  const { ledger, world } = context.settings
  const key = await ledger.billingKey(id)
  const now = world.clock()
  if (key === undefined || !(await ledger.removeBillingKey(id, now, by))) return
  const { checkoutId, orderId } = key
  const actor: Actor = ACTORS[by]
  await ledger.move({
    id: checkoutId,
    from: ['registered'],
    to: 'registered',
    at: now,
    event: { name: 'billing_key_removed', actor, detail: { billingKey: id, reason: by } },
    message: packed({
      id: `${id}.removed`,
      type: 'billing-key-removed',
      orderId,
      checkoutId,
      billingKey: refOf(key),
      by,
    }),
  })
  await deliver(context, checkoutId)
}
