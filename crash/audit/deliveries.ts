import type { Settled } from '@payple-kit/server'

import type { Evidence } from './evidence.ts'
import type { Violation } from './violation.ts'
import { isPaid } from './words.ts'

/** `onSettled`: everything arrived, nothing that did not happen, and in order per attempt. */
export function deliveryViolations(evidence: Evidence): Violation[] {
  const { attempts, deliveries, undelivered } = evidence
  const taken = new Set(deliveries.filter((each) => each.taken).map((each) => each.settled.id))
  const found: Violation[] = []
  for (const { row, refunds } of attempts) {
    const { id, orderId } = row
    const due = [
      ...(isPaid(row) ? [`${id}.paid`] : []),
      ...(row.state === 'registered' ? [`${id}.registered`] : []),
      ...(row.state === 'mismatch_voided' ? [`${id}.voided`] : []),
      ...refunds.filter(({ state }) => state === 'done').map((refund) => `${refund.id}.refunded`),
    ]
    for (const message of due) if (!taken.has(message)) found.push({ orderId, what: `onSettled never took ${message}` })
    if (!isPaid(row) && taken.has(`${id}.paid`))
      found.push({ orderId, what: `onSettled was told paid, it is ${row.state}` })
  }
  if (undelivered > 0) found.push({ orderId: '-', what: `${undelivered} attempts with messages nobody delivers` })
  return [...found, ...outOfOrder(evidence)]
}

/** A message may come again, but not after one behind it was there. */
function outOfOrder({ deliveries }: Evidence): Violation[] {
  const heard = new Map<string, Settled[]>()
  const found: Violation[] = []
  for (const { settled } of deliveries) {
    const subject = 'checkoutId' in settled ? settled.checkoutId : settled.payment.checkoutId
    const before = heard.get(subject) ?? []
    heard.set(subject, before)
    if (before.at(-1)?.id === settled.id) continue
    if (before.some(({ id }) => id === settled.id))
      found.push({ orderId: settled.orderId, what: `onSettled heard ${settled.id} again, after ${before.at(-1)?.id}` })
    if (settled.type === 'refunded') {
      const last = before.findLast((each) => each.type === 'refunded')
      if (last?.type === 'refunded' && last.refunded >= settled.refunded)
        found.push({
          orderId: settled.orderId,
          what: `onSettled heard of ${settled.refunded} won after ${last.refunded}`,
        })
      if (!before.some(({ type }) => type === 'paid'))
        found.push({ orderId: settled.orderId, what: 'onSettled heard of a refund before the payment' })
    }
    before.push(settled)
  }
  return found
}
