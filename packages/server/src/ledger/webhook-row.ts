import type { Currency } from '@payple-kit/core'

import type { LedgerScope } from './checkout-row.ts'

/** The fields of a webhook that are kept: no key, no token, no name, no phone number. */
export interface WebhookFacts {
  readonly oid?: string | undefined
  readonly status?: string | undefined
  readonly code?: string | undefined
  readonly work?: string | undefined
  readonly total?: number | undefined
  readonly refundedTotal?: number | undefined
  /** `PCD_PAYCANCEL_FLAG` is `Y`, or the code is one of a cancel. */
  readonly cancel?: boolean | undefined
  /** It came by the overseas product's address. */
  readonly overseas?: boolean | undefined
  /** Of the overseas product: `api_id` of the payment or of the cancel, and the currency of `total`. */
  readonly payId?: string | undefined
  readonly currency?: Currency | undefined
  /** Fingerprints of `PCD_PAYER_ID`, one per configured sealing key. */
  readonly fingerprints?: readonly string[] | undefined
}

/** One webhook of the inbox. */
export interface WebhookRow {
  readonly seq: number
  readonly scope: LedgerScope
  readonly kind: 'payment' | 'deletion'
  /** What it is about: another message about the same only counts `repeats`, because all of them ask the gateway the same question. */
  readonly digest: string
  readonly facts: WebhookFacts
  readonly receivedAt: number
  readonly repeats: number
  readonly attempts: number
  readonly nextAttemptAt: number | null
  readonly claimUntil: number | null
  /** Handled when set; `result` says how. */
  readonly handledAt: number | null
  readonly result: string | null
}

/** The inbox of webhooks: stored before they are handled, handled until it succeeds. */
export interface WebhookLedger {
  /**
   * Stores a webhook that is due at once. A repeat of one that is still waiting counts; a repeat of one that was handled makes it
   * due again, because what it speaks of may have changed since: at once, or after a while when there were many (`dueAgain`).
   */
  receiveWebhook(draft: Pick<WebhookRow, 'scope' | 'kind' | 'digest' | 'facts' | 'receivedAt'>): Promise<WebhookRow>
  /** Claims waiting webhooks that are due, longest overdue first; no two processes get the same one. */
  takeWebhooks(scope: LedgerScope, now: number, until: number, limit: number): Promise<readonly WebhookRow[]>
  /**
   * Marks one handled, or gives it back for another try at `nextAttemptAt`. One that was heard of again since it was taken, when
   * `repeats` was seen, is due again.
   */
  closeWebhook(
    webhook: Pick<WebhookRow, 'seq' | 'repeats'>,
    now: number,
    end: { readonly result: string } | { readonly nextAttemptAt: number },
  ): Promise<void>
  /** Deletes what was handled before a time. Returns how many. */
  pruneWebhooks(scope: LedgerScope, before: number): Promise<number>
}
