import type { AttentionKind, AttentionRow } from '../ledger/attention-row.ts'

/** One entry of the attention list: something that only a person can decide. */
export interface AttentionItem {
  readonly id: number
  readonly kind: AttentionKind
  /** Checkout id, refund id, number of the webhook, or Payple's own id of a payment that is no attempt's own. */
  readonly subject: string
  readonly orderId?: string | undefined
  readonly detail?: string | undefined
  /** ISO 8601, UTC. */
  readonly raisedAt: string
  /** What to do, in English. */
  readonly advice: string
}

const ADVICE: Readonly<Record<AttentionKind, string>> = {
  'payment-in-doubt':
    'Look the order number up in partner admin. Not there: `payple release <checkout id> --note …`. Paid there: the next lookup finds it.',
  'void-in-doubt':
    'A charge that did not fit the order must go back and Payple has not confirmed it. Cancel it in partner admin, then release it.',
  'refund-in-doubt': 'Look in partner admin whether the refund was carried out, then declare it done or failed.',
  'foreign-charge':
    'Payple charged an order number that this ledger does not know, or one window twice. `detail` names it; where it does not say "returned", give it back in partner admin.',
  'webhook-unmatched':
    'A webhook speaks of an order number or billing key that was never found here, or of a cancel that nobody here asked for. Look in partner admin; a cancel that is true is recorded by `payple declare-refunded <order> <total> --note …`.',
  undelivered: 'onSettled has refused a message for a long time. Repair it; messages are repeated by themselves.',
}

/** A row of the list as people and programs read it. */
export function itemOf({ seq, kind, subject, orderId, detail, raisedAt }: AttentionRow): AttentionItem {
  return {
    id: seq,
    kind,
    subject,
    ...(orderId === null ? {} : { orderId }),
    ...(detail === null ? {} : { detail }),
    raisedAt: new Date(raisedAt).toISOString(),
    advice: ADVICE[kind],
  }
}
