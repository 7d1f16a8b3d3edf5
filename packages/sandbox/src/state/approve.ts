/** Asks the card company or the bank for the money. The same for a window, a confirm and a charge of a billing key. */
import { INSTITUTION_CODES } from '../scenarios/institution-codes.ts'
import type { World } from '../world.ts'
import { charge, claimMonth, decline } from './payments.ts'
import { issueReceipt, wantsReceipt } from './receipts.ts'
import type { Means, PaymentRecord } from './records.ts'

/**
 * What came of it. `guarded`: another payment had the month, though it was free when this one was authenticated. After
 * `unknown` money has moved and nobody is told (docs/protocol/domestic.md section 6.5).
 */
export type Approval =
  | { type: 'paid' }
  | { type: 'unknown' }
  | { type: 'guarded' }
  | { type: 'declined'; code: string; text: string }

/** Takes the payment before it waits for anything, so that a second call that arrives meanwhile finds it taken. */
export async function approve(world: World, payment: PaymentRecord): Promise<Approval> {
  const { outcome } = payment.means
  if (outcome.type === 'decline') {
    decline(payment, outcome.code)
    return { type: 'declined', code: outcome.code, text: declineText(payment.means) }
  }
  if (!claimMonth(world, payment)) {
    payment.status = 'declined'
    return { type: 'guarded' }
  }
  payment.status = 'approving'
  if (outcome.type === 'slow') await world.settings.wait(outcome.ms)
  charge(world, payment)
  const { fields, total } = payment.request
  const receipt = payment.means.type === 'transfer' && wantsReceipt(fields) && outcome.type !== 'no-receipt'
  if (receipt) issueReceipt(world, payment, total, fields)
  return { type: outcome.type === 'unknown' ? 'unknown' : 'paid' }
}

/** What the institution says when it refuses; the Korean text is what goes on the wire. */
export function declineText({ outcome }: Means): string {
  if (outcome.type !== 'decline') return ''
  return 'text' in outcome ? outcome.text.ko : (INSTITUTION_CODES[outcome.code]?.[0] ?? outcome.code)
}
