import type { Context } from '../context.ts'
import { deliver } from '../outbox/deliver.ts'
import { endRefund, refuseRefund } from './end-refund.ts'
import { lookIntoRefund } from './look-into-refund.ts'
import type { Declaration } from './release.ts'
import { refundOf } from './refund-of.ts'
import type { Refund } from './refund-of.ts'

/** See `Payments.declareRefund`. */
export async function declareRefund(
  context: Context,
  refundId: string,
  result: 'done' | 'failed',
  note: string,
  { unasked = false }: Declaration = {},
): Promise<Refund | undefined> {
  const { ledger, scope } = context.settings
  const refund = await ledger.refund(refundId)
  const payment = refund && (await ledger.find(refund.checkoutId))
  if (refund === undefined || payment === undefined || refund.scope !== scope) return undefined
  const found = isOpen(refund.state) ? await lookIntoRefund(context, refund, 'operator') : undefined
  const mayDeclare = found !== 'unasked' || unasked
  const asked = (await ledger.refund(refundId)) ?? refund
  if (mayDeclare && asked.state === 'unknown' && asked.claimToken === null) {
    if (result === 'done') await endRefund(context, payment, asked, 'operator', note)
    else await refuseRefund(context, asked, 'RELEASED', undefined, { actor: 'operator', note })
  }
  await deliver(context, payment.id)
  return refundOf((await ledger.refund(refundId)) ?? asked, payment)
}

function isOpen(state: string): boolean {
  return state === 'pending' || state === 'unknown'
}
