/** The entries that end a refund, or leave it in doubt. Each is one conditional update with its event and message. */
import type { Context } from '../context.ts'
import type { ServerErrorCode } from '../errors.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import type { RefundRow, RefundState } from '../ledger/refund-row.ts'
import { packed } from '../outbox/settled.ts'
import { nextCheck } from '../settle/back-off.ts'

const OPEN: readonly RefundState[] = ['pending', 'unknown']
const RELEASED = { claimToken: null, claimUntil: null, nextCheckAt: null }

/** The money is back with the buyer. */
export async function endRefund(
  { settings, log }: Context,
  payment: CheckoutRow,
  refund: RefundRow,
  actor: Actor,
  note?: string,
  gatewayId: string | null = refund.gatewayId,
): Promise<void> {
  const { id, amount } = refund
  const refunded = refund.refundedBefore + amount
  const facts = {
    orderId: payment.orderId,
    checkoutId: payment.id,
    amount,
    currency: payment.currency,
    refunded,
    left: payment.amount - refunded,
  }
  const { ledger, world, scope } = settings
  const at = world.clock()
  const moved = await ledger.changeRefund({
    id,
    from: OPEN,
    to: 'done',
    at,
    // A person's word does not overrule a lookup that is under way.
    unclaimed: note === undefined ? undefined : true,
    set: { ...RELEASED, failureCode: null, gatewayId },
    event: { name: 'refunded', actor, detail: { refund: id, total: amount, note } },
    message: packed({ id: `${id}.refunded`, type: 'refunded', ...facts, refund: id }),
  })
  if (moved !== 'moved') return
  log('info', 'refunded', { checkoutId: payment.id, orderId: payment.orderId, oid: payment.oid })
  await ledger.closeAttention(scope, id, at, 'refunded')
}

/** Nothing was given back, and we know it. */
export async function refuseRefund(
  { settings, log }: Context,
  refund: RefundRow,
  code: ServerErrorCode,
  gatewayCode?: string,
  { actor = 'merchant', note }: { readonly actor?: Actor; readonly note?: string } = {},
): Promise<void> {
  const { id, checkoutId } = refund
  const { ledger, world, scope } = settings
  const at = world.clock()
  const moved = await ledger.changeRefund({
    id,
    from: OPEN,
    to: 'failed',
    at,
    unclaimed: note === undefined ? undefined : true,
    set: { ...RELEASED, failureCode: code, gatewayCode: gatewayCode ?? null },
    event: { name: 'refund_failed', actor, detail: { refund: id, code, gatewayCode, note } },
  })
  if (moved !== 'moved') return
  log('warn', 'refund-failed', { checkoutId, code, gatewayCode })
  await ledger.closeAttention(scope, id, at, 'not refunded')
}

/** Money may have gone back. The refund is free for the next lookup, which is due at once. */
export async function doubtRefund({ settings, log }: Context, refund: RefundRow, reason?: string): Promise<void> {
  const { id, checkoutId } = refund
  const at = settings.world.clock()
  await settings.ledger.changeRefund({
    id,
    from: OPEN,
    to: 'unknown',
    at,
    token: refund.claimToken ?? undefined,
    set: { claimToken: null, claimUntil: null, nextCheckAt: at },
    event: { name: 'refund_in_doubt', actor: 'merchant', detail: { refund: id, reason } },
  })
  log('warn', 'refund-doubt', { checkoutId, reason })
}

/** Gives the claim of a lookup in vain back and says when to ask again. */
export async function postponeRefund({ settings }: Context, refund: RefundRow): Promise<void> {
  const at = settings.world.clock()
  await settings.ledger.changeRefund({
    id: refund.id,
    from: OPEN,
    to: 'unknown',
    at,
    token: refund.claimToken ?? undefined,
    set: {
      claimToken: null,
      claimUntil: null,
      checks: refund.checks + 1,
      nextCheckAt: nextCheck(at, refund.checks),
    },
  })
}
