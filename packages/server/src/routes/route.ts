import type { Context } from '../context.ts'
import { refused } from '../http/refused.ts'
import { isCheckoutId } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'

/** A route: `id` is the checkout id of the path, `''` where there is none. */
export type Route = (context: Context, request: Request, id: string) => Promise<Response>

/** @throws Refused 404 for an id that is not in this ledger and environment */
export async function findCheckout({ settings }: Context, id: string): Promise<CheckoutRow> {
  const row = isCheckoutId(id) ? await settings.ledger.find(id) : undefined
  if (row === undefined || row.scope !== settings.scope) throw refused(404, 'CHECKOUT_NOT_FOUND')
  return row
}
