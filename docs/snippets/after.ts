import type { Payple } from '@payple-kit/server'

/** Once a month, from your own scheduler. The same key again answers the same and charges nothing. */
export async function chargeMonth(payple: Payple, member: string, billingKey: string, month: string): Promise<string> {
  const outcome = await payple.billingKeys.charge({
    billingKey, // the bk_… reference that `onSettled` got when the card was registered
    orderId: `sub-${member}-${month}`,
    order: { goods: '원두 구독', total: 9900, currency: 'KRW' },
    month, // '202611': Payple's own guard against a second charge
    idempotencyKey: `sub-${member}-${month}`,
  })
  return outcome.status // 'paid', 'failed' (nothing was charged) or 'unknown' (ask again with the same key)
}

/** Part of a payment back to the buyer; without `amount`, all that is left. */
export async function giveBack(payple: Payple, orderId: string, amount: number, ticket: string): Promise<string> {
  const outcome = await payple.payments.refund({
    orderId,
    amount,
    idempotencyKey: ticket,
    note: 'scratched in transit',
  })
  return outcome.status // 'refunded', 'failed' (nothing went back) or 'unknown' (being looked up)
}
