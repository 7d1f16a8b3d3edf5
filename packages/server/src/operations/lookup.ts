import { isOverseas } from '@payple-kit/core'
import type { CheckoutOutcome } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { isPayment } from '../ledger/rules.ts'
import { isLive, isPaid } from '../ledger/transitions.ts'
import { deliver } from '../outbox/deliver.ts'
import { addressOf } from '../settle/address-of.ts'
import { readCharge } from '../settle/charge.ts'
import { isInDoubt, lookInto } from '../settle/look-into.ts'
import { outcomeOf } from '../settle/outcome-of.ts'
import { recordForeignRefund } from './foreign-refund.ts'
import { refundedAt } from './look-into-refund.ts'

/** What a lookup found. */
export interface LookupOutcome {
  /** What is known of the order now; `undefined` while nothing is known to have happened. */
  readonly outcome: CheckoutOutcome | undefined
  /**
   * What Payple says today: `paid`, with what it shows as refunded, or `inconclusive`. An order that Payple does not show may still be
   * paid (docs/protocol/domestic.md 11.2 U11), so there is no "not paid". Of an overseas payment `refunded` is missing: no lookup shows a
   * cancel (docs/protocol/overseas.md 5.4).
   */
  readonly gateway:
    | { readonly status: 'paid'; readonly refunded?: number | undefined }
    | { readonly status: 'inconclusive' }
}

/**
 * Asks Payple about an order (PAYCHK), settles what was in doubt, and notes refunds that somebody made in partner admin.
 *
 * @returns `undefined` for an order this ledger never saw
 */
export async function lookupOrder(context: Context, orderId: string): Promise<LookupOutcome | undefined> {
  const { ledger, scope } = context.settings
  const attempts = (await ledger.attempts(scope, orderId)).filter(isPayment)
  const row = attempts.find(isLive) ?? attempts[0]
  if (row === undefined) return undefined
  if (!isPaid(row)) await lookInto(context, row, 'merchant', { afresh: !isInDoubt(row) })
  const now = (await ledger.find(row.id)) ?? row
  const refunded = isPaid(now) ? await noteRefunds(context, now, 'merchant') : undefined
  const shown = refunded !== undefined || (isPaid(now) && isOverseas(now.method) && (await isShown(context, now)))
  await deliver(context, row.id)
  const current = (await ledger.find(row.id)) ?? now
  return {
    outcome: await outcomeOf(context, current),
    gateway: shown ? { status: 'paid', ...(refunded === undefined ? {} : { refunded }) } : { status: 'inconclusive' },
  }
}

/** Whether the gateway shows an overseas payment as it was made. */
async function isShown({ gateway, settings }: Context, row: CheckoutRow): Promise<boolean> {
  const reply = await gateway.lookup({ ...addressOf(settings, row), date: '' })
  return reply.kind === 'answer' && readCharge(reply.answer, settings.world.clock())?.oid === row.oid
}

/**
 * Compares what Payple shows as refunded with what the ledger knows. More than that was given back by somebody else.
 *
 * @returns whole won that Payple shows as refunded, `undefined` when it cannot be asked
 */
export async function noteRefunds(context: Context, row: CheckoutRow, actor: Actor): Promise<number | undefined> {
  const shown = await refundedAt(context, row)
  const total = typeof shown === 'number' ? shown : undefined
  const { ledger } = context.settings
  // A refund of ours ended while the gateway was asked: nobody knows whether the answer counts it.
  const now = (await ledger.find(row.id)) ?? row
  if (now.refundedTotal !== row.refundedTotal) return noteRefunds(context, now, actor)
  if (total !== undefined) await recordForeignRefund(context, row, total, actor)
  return total
}
