import type { CheckoutOutcome } from '@payple-kit/core'

import type { Style } from './style.ts'
import { errorLine, money, safe } from './words.ts'

/** An outcome as a sentence for the person on call. */
export function outcomeLine(style: Style, outcome: CheckoutOutcome | undefined): string {
  switch (outcome?.status) {
    case undefined:
      return 'Nothing is known to have happened.'
    case 'paid': {
      const { orderId, amount, currency, refunded = 0, paidAt } = outcome.payment
      const back = refunded === 0 ? '' : `, ${money(refunded, currency)} refunded`
      return `${style.good('Paid:')} order ${safe(orderId)}, ${money(amount, currency)}, ${style.time(paidAt)}${back}.`
    }
    case 'registered':
      return `${style.good('Registered:')} ${outcome.billingKey.id}.`
    case 'canceled':
      return 'Canceled: the buyer closed the window.'
    case 'failed':
      return `${style.bad('Not paid.')} ${errorLine(outcome.error)}`
    case 'unknown':
      return `${style.doubtful('In doubt:')} nobody knows yet whether ${outcome.checkoutId} was charged. Look in partner admin; release it only when nothing is there. Nothing can be declared while Payple cannot be asked, except with --unasked.`
    default:
      return outcome satisfies never
  }
}
