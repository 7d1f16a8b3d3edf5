import type { ChargeOutcome, Payple, RefundOutcome } from '@payple-kit/server'

/**
 * Once a month, from your own scheduler. The same key again answers the same and charges nothing, so a new try after a decline, or with
 * another card, takes the next `attempt`. The order is paid once, whatever the attempt. Ids and keys are ASCII.
 */
export async function chargeMonth(
  payple: Payple,
  { member, month, billingKey, attempt }: { member: string; month: string; billingKey: string; attempt: number },
): Promise<ChargeOutcome> {
  return payple.billingKeys.charge({
    billingKey, // `bk_…`, from `settled.billingKey.id` when `onSettled` was told `registered`
    orderId: `sub-${member}-${month}`,
    order: { goods: '원두 구독', total: 9900, currency: 'KRW' },
    month, // '202611': Payple's own guard against a second charge
    idempotencyKey: `sub-${member}-${month}-${attempt}`,
  }) // `paid`, `failed` (nothing was charged, see `error`) or `unknown` (ask again with the same key)
}

/** Money back to the buyer: all that is left, or a part. Payple's public test account refuses parts. */
export async function giveBack(
  payple: Payple,
  orderId: string,
  ticket: string,
  amount?: number,
): Promise<RefundOutcome> {
  return payple.payments.refund({ orderId, amount, idempotencyKey: ticket, note: 'scratched in transit' })
} // `refunded`, `failed` (nothing went back, see `error`) or `unknown` (ask again with the same key)
