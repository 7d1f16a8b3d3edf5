import { formatMoney, isOverseas, isRegistration, payTypeOf } from '@payple-kit/core'
import type { PrepareBody, PreparedCheckout } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { refused } from '../http/refused.ts'
import { newCheckoutId, newOid } from '../ids.ts'
import type { CheckoutDraft } from '../ledger/checkout-row.ts'
import type { ReadOrder } from '../order.ts'
import { FIRST_CHECK_MS } from '../settle/back-off.ts'
import { settle } from '../settle/settle.ts'
import { lookIntoSilentAttempts } from '../settle/silent-attempts.ts'
import { loadOrder } from './load-order.ts'
import { windowInstructions } from './window-instructions.ts'

const MINUTE = 60_000
/** How long a prepared window may be opened. In server mode the authentication behind it is young only for three minutes. */
const LIFETIME_MS = 10 * MINUTE
const LIFETIME_AUTHENTICATED_MS = 3 * MINUTE

/**
 * Prepares a window for an order, or says that there is nothing left to pay. Preparing again returns the same attempt as long
 * as it is open and the order is unchanged.
 *
 * @throws Refused `ORDER_NOT_FOUND`, `ORDER_INVALID`, `ORDER_UNAVAILABLE`, `BILLING_KEYS_NOT_CONFIGURED`, `AUTH_REFUSED`,
 *   `GATEWAY_UNREACHABLE`
 */
export async function prepareCheckout(
  context: Context,
  body: PrepareBody,
  request: Request,
): Promise<PreparedCheckout> {
  const { ledger } = context.settings
  if (isRegistration(body.method) && context.vault === undefined) throw refused(422, 'BILLING_KEYS_NOT_CONFIGURED')
  const { orderId, method } = body
  if (isOverseas(method) && context.overseas === undefined) throw refused(422, 'OVERSEAS_NOT_CONFIGURED')
  const charges = isOverseas(method) ? 'overseas' : isRegistration(method) ? undefined : payTypeOf(method)
  const order = await loadOrder(context, { orderId, charges }, request)
  if (isOverseas(method) && order.saveCard === true && context.vault === undefined)
    throw refused(422, 'BILLING_KEYS_NOT_CONFIGURED')
  const draft = newDraft(context, body, order)
  if (draft.work !== 'AUTH') await lookIntoSilentAttempts(context, orderId, 'prepare')
  const { kind, row } = await ledger.prepare(draft)
  if (kind === 'live') {
    // The place is held for good: paying again what was given back is a new order.
    if (row.state === 'refunded') throw refused(409, 'ORDER_REFUNDED')
    const outcome = await settle(context, row, 'prepare')
    const { id: checkoutId } = row
    return { kind: 'outcome', checkoutId, orderId, outcome: outcome ?? { status: 'unknown', checkoutId } }
  }
  if (kind === 'new') context.log('info', 'prepared', { checkoutId: row.id, orderId: row.orderId, oid: row.oid })
  return {
    kind: 'window',
    checkoutId: row.id,
    orderId: row.orderId,
    oid: row.oid,
    goods: row.goods,
    amount: row.amount,
    currency: row.currency,
    ...(row.currency === 'KRW' ? {} : { price: formatMoney(row.amount, row.currency) }),
    expiresAt: row.expiresAt,
    window: await windowInstructions(context, row, order, body.display),
  }
}

function newDraft({ settings }: Context, { orderId, method }: PrepareBody, order: ReadOrder): CheckoutDraft {
  const { world, scope, domestic } = settings
  const createdAt = world.clock()
  const registers = isRegistration(method)
  // Nothing lets the shop confirm an overseas charge: it happens in the window (docs/protocol/overseas.md 3.9).
  const work = registers ? 'AUTH' : isOverseas(method) ? 'PAY' : domestic.work
  const vat = order.tax !== undefined && 'vat' in order.tax ? order.tax.vat : null
  const lifetime = domestic.authentication === 'server' ? LIFETIME_AUTHENTICATED_MS : LIFETIME_MS
  return {
    id: newCheckoutId(world),
    scope,
    orderId,
    oid: newOid(world),
    method,
    work,
    payType: payTypeOf(method),
    goods: order.goods,
    amount: registers ? 0 : order.total,
    currency: registers ? 'KRW' : order.currency,
    keepsCard: isOverseas(method) && order.saveCard === true ? 1 : 0,
    vat: registers ? null : vat,
    guardMonth: registers ? null : (order.month ?? null),
    createdAt,
    expiresAt: createdAt + lifetime,
    // A PAY window may take money without anybody managing to report it; the reconciler asks.
    ...(work === 'PAY' ? { nextCheckAt: createdAt + FIRST_CHECK_MS } : {}),
  }
}
