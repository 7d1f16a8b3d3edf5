import { kstDate, resultCode } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { RefundRow } from '../ledger/refund-row.ts'
import { addressOf } from '../settle/address-of.ts'
import { doubtRefund, endRefund, refuseRefund } from './end-refund.ts'
import { refundedAt, lookIntoRefund } from './look-into-refund.ts'

/** Codes of these kinds leave room for a refund that was carried out after all. No list of codes is complete: an unlisted one does too. */
const DOUBTFUL: ReadonlySet<string | undefined> = new Set(['unknown', 'duplicate', 'system', undefined])

/** Asks Payple to give the money back, once, and takes the answer. */
export async function sendRefund(context: Context, payment: CheckoutRow, refund: RefundRow): Promise<void> {
  const { gateway, settings } = context
  const { ledger, world } = settings
  const date = kstDate(payment.paidAt ?? payment.attemptedAt ?? payment.createdAt)
  const reply = await gateway.cancel(
    { ...addressOf(settings, payment), date, total: refund.amount, vat: refund.vat ?? undefined },
    async () => {
      const at = world.clock()
      const sent = await ledger.changeRefund({
        id: refund.id,
        from: ['pending'],
        to: 'pending',
        at,
        token: refund.claimToken ?? undefined,
        set: { sentAt: at },
        event: { name: 'refund_sent', actor: 'merchant', detail: { refund: refund.id, total: refund.amount } },
      })
      return sent === 'moved'
    },
  )
  switch (reply.kind) {
    case 'refused':
      return refuseRefund(context, refund, 'AUTH_REFUSED', reply.gatewayCode)
    case 'not-sent':
      return refuseRefund(context, refund, 'GATEWAY_UNREACHABLE')
    case 'lost':
      await doubtRefund(context, refund, reply.reason)
      return lookIntoRefund(context, await current(), 'merchant')
    case 'answer': {
      const { status, code, oid, tradeNumber } = reply.answer
      // An answer about another order number says nothing about this one.
      if (oid !== undefined && oid !== payment.oid) {
        await doubtRefund(context, refund, 'other-order-number')
        return lookIntoRefund(context, await current(), 'merchant')
      }
      if (status === 'success') return endRefund(context, payment, refund, 'merchant', undefined, tradeNumber)
      const kinds = code?.split('/').map((part) => resultCode(part)?.kind) ?? [undefined]
      if (!kinds.some((kind) => DOUBTFUL.has(kind))) return refuseRefund(context, refund, 'REFUND_REFUSED', code)
      const total = await refundedAt(context, payment)
      if (total !== undefined && total >= refund.refundedBefore + refund.amount)
        return endRefund(context, payment, refund, 'merchant')
      // Clearly asked, clearly answered, and the payment does not show it.
      if (total !== undefined && !kinds.includes('unknown'))
        return refuseRefund(context, refund, 'REFUND_REFUSED', code)
      return doubtRefund(context, refund, code)
    }
    default:
      return reply satisfies never
  }

  async function current(): Promise<RefundRow> {
    return (await ledger.refund(refund.id)) ?? refund
  }
}
