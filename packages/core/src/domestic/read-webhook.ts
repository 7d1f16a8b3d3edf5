import { readKeyDeletion } from './read-key-deletion.ts'
import type { KeyDeletion } from './read-key-deletion.ts'
import { fieldReader } from './read-fields.ts'
import { readPaymentResult } from './result.ts'
import type { PaymentResult } from './payment-result.ts'

/** What a webhook of any kind carries once it is read. A claim, not a proof: nothing signs it (docs/protocol/domestic.md 8.4). */
interface ResultEvent {
  readonly status: PaymentResult['status']
  readonly oid?: string | undefined
  /** Whole won of the payment. */
  readonly amount?: number | undefined
  /** Whole won given back, on cancels. */
  readonly refundedTotal?: number | undefined
  /** Billing key. A secret. */
  readonly payerId?: string | undefined
  readonly result: PaymentResult
}

type ResultKind = 'payment' | 'authentication' | 'cancel' | 'registration'

/**
 * A webhook, sorted (docs/protocol/domestic.md 8.3).
 *
 * - `payment`: a payment or its refusal, by `status`
 * - `authentication`: success of a CERT window without an approval number. Not a payment, yet for a transfer, which has no such number,
 *   it may stand beside one: look the order up
 * - `cancel`: money given back, told by `PCD_PAYCANCEL_FLAG` Y or a `PAYC` code only; the 2020 sample prints refund fields everywhere
 * - `registration`: a card or account was registered: work AUTH, or in the older model, which has no work, a key without an amount
 * - `deletion`: the shop's staff deleted a billing key in partner admin
 */
export type WebhookEvent =
  | (ResultEvent & { readonly kind: ResultKind })
  | {
      readonly kind: 'deletion'
      readonly status: KeyDeletion['status']
      readonly payerId?: string | undefined
      readonly deletion: KeyDeletion
    }
  | { readonly kind: 'unreadable' }

/**
 * Sorts a webhook body, parsed from JSON or from a form. Never throws. Verify every event by a lookup before changing anything.
 */
export function readWebhook(raw: unknown): WebhookEvent {
  const reader = fieldReader(raw)
  if (reader === undefined) return { kind: 'unreadable' }
  if (reader.text('PCD_PAY_WORK') === 'PUSERDEL') {
    const deletion = readKeyDeletion(raw)
    return { kind: 'deletion', status: deletion.status, payerId: deletion.payerId, deletion }
  }
  const result = readPaymentResult(raw)
  if (result.status === 'unreadable') return { kind: 'unreadable' }
  const { status, oid, total: amount, refundedTotal, payerId } = result
  const kind = kindOf(result)
  return { kind, status, oid, amount, refundedTotal: kind === 'cancel' ? refundedTotal : undefined, payerId, result }
}

function kindOf(result: PaymentResult): ResultKind {
  if (result.isCancel === true) return 'cancel'
  const keyOnly = result.work === undefined && result.payerId !== undefined && !result.total
  if (result.work === 'AUTH' || (keyOnly && result.status === 'success')) return 'registration'
  const unapproved = result.work === 'CERT' && result.status === 'success' && result.approvalNumber === undefined
  return unapproved ? 'authentication' : 'payment'
}
