/** The final entries of an attempt. Each is one conditional update with its event and its message. */
import type { Context } from '../context.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import type { CheckoutRow, CheckoutState } from '../ledger/checkout-row.ts'
import type { Actor, EventDetail } from '../ledger/ledger-event.ts'
import type { Moved } from '../ledger/ledger.ts'
import type { ServerErrorCode } from '../errors.ts'
import { packed } from '../outbox/settled.ts'
import { nextCheck } from './back-off.ts'
import type { Charge } from './charge.ts'
import { isKept, keptCard } from './kept-card.ts'
import { paymentOf } from './payment-of.ts'

const IN_DOUBT: readonly CheckoutState[] = ['approving', 'unknown']
const RELEASED = { claimToken: null, claimUntil: null, nextCheckAt: null }

/** The gateway says that exactly this was charged. True whoever holds the claim by now, so no token is asked for. */
export async function recordPaid(context: Context, row: CheckoutRow, charge: Charge, actor: Actor): Promise<Moved> {
  const { result } = charge
  const kept = await keptCard(context, row, charge)
  const set = {
    ...RELEASED,
    paidAt: charge.at,
    cardName: result.cardName ?? null,
    cardNumber: result.cardNumber ?? null,
    receiptUrl: result.receiptUrl ?? null,
    bankName: result.bankName ?? null,
    accountNumber: result.accountNumber ?? null,
    cashReceiptNumber: result.cashReceipt?.number ?? null,
    // A link lets the payer choose the means.
    payType: result.type ?? row.payType,
    ...(await sealedPayer(context, row, charge)),
    ...(kept === undefined ? {} : { billingKeyId: kept.key.id }),
    tradeNumber: result.tradeNumber ?? null,
    approvalNumber: result.approvalNumber ?? null,
    failureCode: null,
    failureField: null,
    gatewayCode: null,
  }
  const payment = paymentOf({ ...row, ...set, state: 'paid' })
  const message = packed({ id: `${row.id}.paid`, type: 'paid', orderId: row.orderId, payment })
  const event = { actor, name: 'paid', detail: { total: charge.total, gatewayCode: result.code } }
  const billingKey = kept?.isNew === true ? kept.key : undefined
  const moved = await finish(context, row, 'paid', event, set, message, IN_DOUBT, billingKey)
  // Another payment with the same card was written meanwhile: its reference is found now.
  if (moved === 'stale' && billingKey !== undefined && (await isKept(context, row, charge)))
    return recordPaid(context, row, charge, actor)
  if (moved !== 'moved') await reportUnrecorded(context, row)
  return moved
}

/** The payer's key of a transfer, which cash receipts ask for. A billing key that was charged is kept already. */
async function sealedPayer(
  { vault }: Context,
  row: CheckoutRow,
  { result: { payerId, type } }: Charge,
): Promise<Partial<Pick<CheckoutRow, 'sealedPayer'>>> {
  if ((type ?? row.payType) !== 'transfer' || payerId === undefined || row.billingKeyId !== null) return {}
  const sealed = await vault?.seal(row.id, payerId)
  return sealed === undefined ? {} : { sealedPayer: `${sealed.keyId} ${sealed.sealed}` }
}

/** A charge that the row did not take. Two processes may find the same one; anything else needs a person. */
async function reportUnrecorded({ settings, log }: Context, { id, orderId, oid }: CheckoutRow): Promise<void> {
  const state = (await settings.ledger.find(id))?.state
  if (state !== 'paid') log('error', 'charge-unrecorded', { checkoutId: id, orderId, oid, state })
}

/** Nothing was charged, or nothing is any more, and we know it. */
export function recordDeclined(
  context: Context,
  row: CheckoutRow,
  why: {
    readonly code: ServerErrorCode
    readonly gatewayCode?: string | undefined
    readonly field?: string | undefined
  },
  actor: Actor,
  from: readonly CheckoutState[] = IN_DOUBT,
): Promise<Moved> {
  // A PAY window that was told off is asked about a little longer: its money does not depend on what the browser said.
  const released = from === IN_DOUBT ? RELEASED : { claimToken: null, claimUntil: null }
  const set = {
    ...released,
    failureCode: why.code,
    failureField: why.field ?? null,
    gatewayCode: why.gatewayCode ?? null,
  }
  return finish(context, row, 'declined', { actor, name: 'declined', detail: why }, set, undefined, from)
}

/** A charge that did not fit is back with the buyer. */
export function recordVoided(
  context: Context,
  row: CheckoutRow,
  name: string,
  actor: Actor,
  detail?: EventDetail,
): Promise<Moved> {
  const { id, orderId, oid, currency, voidReason, chargedTotal } = row
  const reason = voidReason ?? 'mismatch'
  const facts = { orderId, checkoutId: id, oid, amount: chargedTotal ?? row.amount, currency, reason }
  const message = packed({ id: `${id}.voided`, type: 'voided', ...facts })
  return finish(
    context,
    row,
    'mismatch_voided',
    { actor, name, detail },
    { ...RELEASED, failureCode: 'CHARGE_RETURNED' },
    message,
  )
}

/** Money may have moved. The row is free for the next lookup, which is due at once. */
export async function recordDoubt(
  context: Context,
  row: CheckoutRow,
  name: string,
  actor: Actor,
  detail?: EventDetail,
): Promise<Moved> {
  const now = context.settings.world.clock()
  const set = {
    claimToken: null,
    claimUntil: null,
    nextCheckAt: name === 'void_unconfirmed' ? nextCheck(now, row.checks) : now,
  }
  const moved = await context.settings.ledger.move({
    id: row.id,
    from: IN_DOUBT,
    to: 'unknown',
    at: now,
    token: row.claimToken ?? undefined,
    set: name === 'void_unconfirmed' ? { ...set, checks: row.checks + 1, chargedTotal: row.chargedTotal } : set,
    event: { actor, name, detail },
  })
  const facts = {
    checkoutId: row.id,
    orderId: row.orderId,
    oid: row.oid,
    reason: detail?.reason,
    gatewayCode: detail?.gatewayCode,
  }
  context.log(
    name === 'void_unconfirmed' ? 'error' : 'warn',
    name === 'void_unconfirmed' ? 'void-unconfirmed' : 'doubt',
    facts,
  )
  return moved
}

async function finish(
  { settings, log }: Context,
  row: CheckoutRow,
  to: CheckoutState,
  event: { readonly actor: Actor; readonly name: string; readonly detail?: EventDetail | undefined },
  set: Partial<CheckoutRow>,
  message: { readonly payload: string } | undefined,
  from: readonly CheckoutState[] = IN_DOUBT,
  billingKey?: SealedBillingKey,
): Promise<Moved> {
  const at = settings.world.clock()
  const key = billingKey === undefined ? {} : { billingKey }
  const moved = await settings.ledger.move({ id: row.id, from, to, at, set, event, message, ...key })
  if (moved === 'moved') {
    const { code, gatewayCode } = event.detail ?? {}
    log('info', 'settled', { checkoutId: row.id, orderId: row.orderId, oid: row.oid, state: to, code, gatewayCode })
  }
  return moved
}
