import { isOverseas } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import { raise } from '../attention/raise.ts'
import type { Context } from '../context.ts'
import { newClaimToken } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { addressOf } from './address-of.ts'
import { readCharge } from './charge.ts'
import { isSettled } from '../ledger/transitions.ts'
import { PAY_ID, plain } from './plain.ts'

/** What is written about a payment that is not the attempt's own and goes back. `reason` is Payple's id of it. */
export const FOREIGN_VOID = {
  started: 'foreign_void_started',
  done: 'foreign_voided',
  unconfirmed: 'foreign_void_unconfirmed',
} as const

/** Whether an overseas attempt has ended with another payment of its number than this one of Payple's. */
export function endedWithAnother(row: CheckoutRow, payId: string | undefined): boolean {
  const { tradeNumber } = row
  return (
    isOverseas(row.method) && isSettled(row) && tradeNumber !== null && payId !== undefined && tradeNumber !== payId
  )
}

/**
 * An overseas window takes its order number from the page. A buyer can change it, and money then moves under a number that no row here
 * has; or use one window's token twice, and money moves twice under one number. When the gateway itself shows such a payment with this
 * attempt's own return address, it was made in this window: it goes back at once, and a person is told. Each is tried once, because no
 * lookup can tell whether a cancel was carried out.
 *
 * @returns `undone` when the payment could not be asked about, or somebody else is at the row: whoever can should come again
 */
export async function returnForeign(
  context: Context,
  row: CheckoutRow,
  claimed: Pick<PaymentResult, 'tradeNumber'>,
  actor: Actor,
): Promise<'undone' | undefined> {
  const { overseas, settings } = context
  const { ledger, world, timeouts } = settings
  const payId = plain(claimed.tradeNumber, PAY_ID)
  if (payId === undefined) return undefined
  const reply = await overseas?.lookup({ payId })
  if (overseas === undefined || reply?.kind !== 'answer') return 'undone'
  const charge = readCharge(reply.answer, world.clock())
  const address = addressOf(settings, row, charge)
  // Not shown proves nothing.
  if (charge === undefined) return 'undone'
  if (reply.answer.resultUrl !== address.overseas?.resultUrl) return undefined
  // A payment under a number of ours belongs to its row, unless that row has ended with another one.
  const isRowsOwn =
    charge.oid === row.oid
      ? !endedWithAnother(row, payId)
      : (await ledger.findByOid(row.scope, charge.oid)) !== undefined
  if (isRowsOwn) return undefined

  const at = world.clock()
  const claim = { claimToken: newClaimToken(world), claimUntil: at + timeouts.leaseMs }
  const step = { id: row.id, from: [row.state], to: row.state, at } as const
  if ((await ledger.move({ ...step, unclaimed: true, set: claim })) !== 'moved') return 'undone'
  const detail = { oid: charge.oid, total: charge.total, reason: payId }
  const events = await ledger.events(row.id)
  if (!events.some(({ name, detail: known }) => name === FOREIGN_VOID.started && known?.reason === payId)) {
    await ledger.note(row.id, at, { name: FOREIGN_VOID.started, actor, detail })
    // First, because nobody would come back to it if this process died now.
    const concern = { kind: 'foreign-charge', subject: payId, orderId: row.orderId, detail: charge.oid } as const
    await raise(context, concern)
    const { goods, currency, resultUrl } = address.overseas as NonNullable<typeof address.overseas>
    const canceled = await overseas.cancel({ oid: charge.oid, payId, goods, amount: charge.total, currency, resultUrl })
    const done = canceled.kind === 'answer' && canceled.answer.status === 'success'
    await ledger.note(row.id, world.clock(), {
      name: done ? FOREIGN_VOID.done : FOREIGN_VOID.unconfirmed,
      actor,
      detail: {
        ...detail,
        cancelId: canceled.kind === 'answer' ? plain(canceled.answer.tradeNumber, PAY_ID) : undefined,
      },
    })
    context.log('error', 'foreign-charge', {
      checkoutId: row.id,
      orderId: row.orderId,
      oid: charge.oid,
      reason: canceled.kind,
    })
    if (done) {
      await ledger.closeAttention(row.scope, payId, world.clock(), 'returned')
      await raise(context, { ...concern, detail: `${charge.oid} returned` })
    }
  }
  await ledger.move({ ...step, token: claim.claimToken, set: { claimToken: null, claimUntil: null } })
  return undefined
}
