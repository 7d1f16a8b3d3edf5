import { isOverseas } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { CheckoutRow, VoidReason } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { addressOf } from './address-of.ts'
import type { Charge } from './charge.ts'
import { recordDoubt, recordPaid, recordVoided } from './record.ts'

/**
 * The gateway says that money moved under the row's own order number, and the row is `approving` or `unknown`. Either it is exactly what the order asked for,
 * or it goes back at once.
 */
export async function conclude(context: Context, row: CheckoutRow, charge: Charge, actor: Actor): Promise<void> {
  if (row.voidReason === null && charge.total === row.amount && charge.currency === row.currency) {
    await recordPaid(context, row, charge, actor)
    return
  }
  await giveBack(context, row, charge, row.voidReason ?? 'mismatch', actor)
}

/**
 * Cancels a charge at the gateway: the amount that was really charged, on its original day. What is owed is written down
 * before the call, so that a crash in between is carried on by the next settle.
 */
async function giveBack(
  context: Context,
  row: CheckoutRow,
  charge: Charge,
  reason: VoidReason,
  actor: Actor,
): Promise<void> {
  const { settings, gateway } = context
  const tradeNumber = charge.result.tradeNumber ?? row.tradeNumber
  const owed = { voidReason: reason, chargedTotal: charge.total, chargedDate: charge.date, tradeNumber }
  const started = await settings.ledger.move({
    id: row.id,
    from: [row.state],
    to: row.state,
    at: settings.world.clock(),
    token: row.claimToken ?? undefined,
    set: owed,
    event: { name: 'void_started', actor, detail: { reason, total: charge.total } },
  })
  if (started !== 'moved') return
  const due = { ...row, ...owed, currency: charge.currency }
  const vat = charge.total === row.amount && row.vat !== null ? { vat: row.vat } : {}
  const reply = await gateway.cancel(
    { ...addressOf(settings, row, charge), date: charge.date, total: charge.total, ...vat },
    async () => {
      const now = await settings.ledger.find(row.id)
      return now?.claimToken === row.claimToken
    },
  )
  // Another process took the row over while this one authenticated: the money is its business now.
  if (reply.kind === 'not-sent' && reply.reason === 'claim-lost') return
  if (reply.kind === 'answer' && reply.answer.status === 'success') {
    await recordVoided(context, due, 'voided', actor, { reason, total: charge.total })
    return
  }
  const gatewayCode =
    reply.kind === 'answer' ? reply.answer.code : reply.kind === 'refused' ? reply.gatewayCode : undefined
  // Nothing left the house: the next settle may try again.
  const unsent = reply.kind === 'not-sent' || reply.kind === 'refused'
  const left = unsent && isOverseas(row.method) ? { ...due, chargedTotal: null } : due
  await recordDoubt(context, left, 'void_unconfirmed', actor, { reason: reply.kind, gatewayCode })
}
