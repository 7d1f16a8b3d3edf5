import type { PaymentResult } from '@payple-kit/core'

import { raise } from '../attention/raise.ts'
import type { Context } from '../context.ts'
import { newClaimToken } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { addressOf } from './address-of.ts'
import { readCharge } from './charge.ts'
import { isSettled } from '../ledger/transitions.ts'
import { plain } from './plain.ts'

const PAY_ID = /^\d{6,40}$/
const STARTED = 'foreign_void_started'

/**
 * An overseas window takes its order number from the page. A buyer can change it, and money then moves under a number that no row here
 * has; or use one window's token twice, and money moves twice under one number. When the gateway itself shows such a payment with this
 * attempt's own return address, it was made in this window: it goes back at once, and a person is told. Each is tried once, because no
 * lookup can tell whether a cancel was carried out.
 */
export async function returnForeign(
  context: Context,
  row: CheckoutRow,
  claimed: Pick<PaymentResult, 'tradeNumber'>,
  actor: Actor,
): Promise<void> {
  const { overseas, settings } = context
  const { ledger, world, timeouts } = settings
  const payId = plain(claimed.tradeNumber, PAY_ID)
  if (overseas === undefined || payId === undefined) return
  const reply = await overseas.lookup({ payId })
  if (reply.kind !== 'answer') return
  const charge = readCharge(reply.answer, world.clock())
  const address = addressOf(settings, row, charge)
  if (charge === undefined || reply.answer.resultUrl !== address.overseas?.resultUrl) return
  // A payment under a number of ours belongs to its row, unless that row has ended with another one.
  const isSecond = charge.oid === row.oid && isSettled(row) && row.tradeNumber !== null && row.tradeNumber !== payId
  if (!isSecond && (await ledger.findByOid(row.scope, charge.oid)) !== undefined) return

  const at = world.clock()
  const claim = { claimToken: newClaimToken(world), claimUntil: at + timeouts.leaseMs }
  const step = { id: row.id, from: [row.state], to: row.state, at } as const
  if ((await ledger.move({ ...step, unclaimed: true, set: claim })) !== 'moved') return
  const detail = { oid: charge.oid, total: charge.total, reason: payId }
  const events = await ledger.events(row.id)
  if (!events.some(({ name, detail: known }) => name === STARTED && known?.reason === payId)) {
    await ledger.note(row.id, at, { name: STARTED, actor, detail })
    const { goods, currency, resultUrl } = address.overseas as NonNullable<typeof address.overseas>
    const canceled = await overseas.cancel({ oid: charge.oid, payId, goods, amount: charge.total, currency, resultUrl })
    const done = canceled.kind === 'answer' && canceled.answer.status === 'success'
    await ledger.note(row.id, world.clock(), {
      name: done ? 'foreign_voided' : 'foreign_void_unconfirmed',
      actor,
      detail,
    })
    context.log('error', 'foreign-charge', {
      checkoutId: row.id,
      orderId: row.orderId,
      oid: charge.oid,
      reason: canceled.kind,
    })
    const told = done ? `${charge.oid} returned` : charge.oid
    await raise(context, { kind: 'foreign-charge', subject: row.id, orderId: row.orderId, detail: told })
  }
  await ledger.move({ ...step, token: claim.claimToken, set: { claimToken: null, claimUntil: null } })
}
