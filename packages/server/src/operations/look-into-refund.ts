import { isOverseas } from '@payple-kit/core'

import { raise } from '../attention/raise.ts'
import type { Context } from '../context.ts'
import { newClaimToken } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import type { RefundRow } from '../ledger/refund-row.ts'
import { IN_FLIGHT } from '../ledger/refund-rules.ts'
import { addressOf } from '../settle/address-of.ts'
import { readCharge } from '../settle/charge.ts'
import { daysAround } from '../settle/days-around.ts'
import { endRefund, postponeRefund, refuseRefund } from './end-refund.ts'

/** So many lookups in vain, about two minutes, and a person is told. */
const CHECKS_ALONE = 6

/**
 * Settles a refund in doubt by asking the gateway how much of the payment went back; never refunds again. What stays inconclusive
 * stays in doubt and goes on the attention list (decisions/018): also a larger total than ours explains, because somebody gave money back
 * in partner admin meanwhile, and nobody can tell whether ours is part of it.
 *
 * @returns `unasked` when Payple gave no answer
 */
export async function lookIntoRefund(context: Context, refund: RefundRow, actor: Actor): Promise<void | 'unasked'> {
  // Another process may have ended it while this one waited for its answer.
  if (!IN_FLIGHT.includes(refund.state)) return
  const { ledger, world, timeouts } = context.settings
  const now = world.clock()
  const claim = { claimToken: newClaimToken(world), claimUntil: now + timeouts.leaseMs }
  const state = refund.state
  const taken = await ledger.changeRefund({
    id: refund.id,
    from: [state],
    to: state,
    at: now,
    unclaimed: true,
    set: claim,
  })
  if (taken !== 'moved') return
  // Read again: the process that had the claim may have sent meanwhile.
  const held: RefundRow = (await ledger.refund(refund.id)) ?? { ...refund, ...claim }
  // Nothing left the house: the moment before sending is written down on condition of the claim.
  if (held.sentAt === null) return refuseRefund(context, held, 'GATEWAY_UNREACHABLE', undefined, { actor })
  const payment = await ledger.find(held.checkoutId)
  if (payment === undefined) return
  const total = await refundedAt(context, payment)
  if (total === held.refundedBefore + held.amount) return endRefund(context, payment, held, actor)
  await postponeRefund(context, held)
  if (held.checks + 1 >= CHECKS_ALONE) {
    await raise(context, {
      kind: 'refund-in-doubt',
      subject: held.id,
      orderId: payment.orderId,
      detail: String(held.amount),
    })
  }
  return total === 'unasked' ? 'unasked' : undefined
}

/**
 * How much of a payment the gateway shows as given back; `unasked` when it gave no answer, `not-shown` when it does not show the payment. That a
 * refunded payment carries `PCD_REFUND_TOTAL` is observed, not documented (docs/protocol/domestic.md 6.5): its absence proves nothing.
 * The lookup of an overseas payment never shows one (docs/protocol/overseas.md 5.4), so it is not asked.
 */
export async function refundedAt(
  { gateway, settings }: Context,
  payment: CheckoutRow,
): Promise<number | 'unasked' | 'not-shown'> {
  if (isOverseas(payment.method)) return 'not-shown'
  const at = payment.paidAt ?? payment.attemptedAt ?? payment.createdAt
  for (const date of daysAround(at)) {
    const reply = await gateway.lookup({ ...addressOf(settings, payment), date })
    if (reply.kind !== 'answer') return 'unasked'
    const charge = readCharge(reply.answer, at)
    if (charge?.oid === payment.oid) return reply.answer.refundedTotal ?? 0
  }
  return 'not-shown'
}
