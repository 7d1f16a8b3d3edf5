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
  /** Hash of the raw body: the same one again only counts `repeats`. */
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
   * due again, because what it speaks of may have changed since.
   */
  receiveWebhook(draft: Pick<WebhookRow, 'scope' | 'kind' | 'digest' | 'facts' | 'receivedAt'>): Promise<WebhookRow>
  /** Claims waiting webhooks that are due, longest overdue first; no two processes get the same one. */
  takeWebhooks(scope: LedgerScope, now: number, until: number, limit: number): Promise<readonly WebhookRow[]>
  /** Marks one handled, or gives it back for another try at `nextAttemptAt`. */
  closeWebhook(
    seq: number,
    now: number,
    end: { readonly result: string } | { readonly nextAttemptAt: number },
  ): Promise<void>
}
