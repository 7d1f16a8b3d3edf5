import { isOverseas, resultCode } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { Operated } from '../gateway/gateway.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { RefundRow } from '../ledger/refund-row.ts'
import { addressOf } from '../settle/address-of.ts'
import { daysAround } from '../settle/days-around.ts'
import { doubtRefund, endRefund, refuseRefund } from './end-refund.ts'
import { lookIntoRefund } from './look-into-refund.ts'

/** Codes of these kinds leave room for a refund that was carried out after all. No list of codes is complete: an unlisted one does too. */
const DOUBTFUL: ReadonlySet<string | undefined> = new Set(['unknown', 'duplicate', 'system', undefined])

/** Asks Payple to give the money back, once, and takes the answer. */
export async function sendRefund(context: Context, payment: CheckoutRow, refund: RefundRow): Promise<void> {
  const { ledger } = context.settings
  const reply = await ask(context, payment, refund)
  switch (reply.kind) {
    case 'refused':
      return refuseRefund(context, refund, 'AUTH_REFUSED', reply.gatewayCode)
    case 'not-sent':
      return refuseRefund(context, refund, 'GATEWAY_UNREACHABLE')
    case 'lost':
      return doubtAndLook(reply.reason)
    case 'answer': {
      const { status, code, oid, tradeNumber } = reply.answer
      // An answer about another order number says nothing about this one.
      if (oid !== undefined && oid !== payment.oid) return doubtAndLook('other-order-number')
      if (status === 'success')
        return endRefund(
          context,
          payment,
          refund,
          'merchant',
          undefined,
          isOverseas(payment.method) ? tradeNumber : null,
        )
      const kinds = code?.split('/').map((part) => resultCode(part)?.kind) ?? [undefined]
      if (!kinds.some((kind) => DOUBTFUL.has(kind))) return refuseRefund(context, refund, 'REFUND_REFUSED', code)
      // That the payment does not show it proves nothing (docs/protocol/domestic.md 6.5), so only lookups or a person end it.
      return doubtAndLook(code)
    }
    default:
      return reply satisfies never
  }

  async function doubtAndLook(reason: string | undefined): Promise<void> {
    await doubtRefund(context, refund, reason)
    await lookIntoRefund(context, (await ledger.refund(refund.id)) ?? refund, 'merchant')
  }
}

/** "Nothing to cancel, or cancelled already" (docs/protocol/domestic.md 6.2): this request gave nothing back. */
const NOTHING_THERE = 'PAYC0007'

/** The refund goes to the day of the payment. Around midnight that may be one of two, and only the right one finds it. */
async function ask(context: Context, payment: CheckoutRow, refund: RefundRow): Promise<Operated<PaymentResult>> {
  const { gateway, settings } = context
  const { ledger, world } = settings
  const [first = '', ...others] = daysAround(payment.paidAt ?? payment.attemptedAt ?? payment.createdAt)
  const money = { ...addressOf(settings, payment), total: refund.amount, vat: refund.vat ?? undefined }
  const beforeSend = async (): Promise<boolean> => {
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
  }
  let reply = await gateway.cancel({ ...money, date: first }, beforeSend)
  for (const date of others) {
    if (reply.kind !== 'answer' || reply.answer.code !== NOTHING_THERE) break
    reply = await gateway.cancel({ ...money, date }, beforeSend)
  }
  return reply
}
