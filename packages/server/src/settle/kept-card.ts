import type { Context } from '../context.ts'
import { newBillingKeyId } from '../ids.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Charge } from './charge.ts'

/**
 * The billing key that an overseas payment left, when the order said `saveCard` (docs/protocol/overseas.md 5.1: it comes with a real payment and in no
 * other way). It is taken from a lookup's answer, never from the browser. A card that is kept already gives its reference: whoever paid
 * had the card in hand.
 */
export async function keptCard(
  { vault, settings }: Context,
  row: CheckoutRow,
  { result }: Charge,
): Promise<{ readonly key: SealedBillingKey; readonly isNew: boolean } | undefined> {
  if (row.keepsCard === 0 || vault === undefined || result.payerId === undefined) return undefined
  const { ledger, world } = settings
  const known = await ledger.findBillingKey(row.scope, await vault.fingerprints(result.payerId))
  if (known !== undefined) return { key: known, isNew: false }
  const id = newBillingKeyId(world)
  const key: SealedBillingKey = {
    id,
    ...(await vault.seal(id, result.payerId)),
    scope: row.scope,
    payType: 'card',
    product: 'overseas',
    checkoutId: row.id,
    orderId: row.orderId,
    cardName: result.cardName ?? null,
    cardNumber: result.cardNumber ?? null,
    createdAt: world.clock(),
    removedAt: null,
    removedBy: null,
  }
  return { key, isNew: true }
}

/** Whether somebody else has kept the card meanwhile. */
export async function isKept(context: Context, row: CheckoutRow, charge: Charge): Promise<boolean> {
  return (await keptCard(context, row, charge))?.isNew === false
}
