import { readWebhook } from '@payple-kit/core'

import { toBase64Url } from '../base64.ts'
import type { Context } from '../context.ts'
import type { WebhookFacts, WebhookRow } from '../ledger/webhook-row.ts'

/** A webhook as it came: the raw body, for the digest, and its fields. */
export interface RawWebhook {
  readonly body: string
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Stores a webhook before anything is done about it. Anybody may post one (docs/protocol/domestic.md 8.4: no signature), so it starts questions and proves
 * nothing; and what it carries besides is not kept: keys, tokens, names.
 *
 * @returns the stored row, or `undefined` when it speaks of no order number and no billing key
 */
export async function receiveWebhook({ settings, vault }: Context, raw: RawWebhook): Promise<WebhookRow | undefined> {
  const { ledger, scope, world } = settings
  const { kind, oid, payerId, status, code, work, total, refundedTotal, cancel } = readWebhook(raw.fields)
  if (kind === 'deletion' ? payerId === undefined : oid === undefined) return undefined
  const fingerprints = kind === 'deletion' && payerId !== undefined ? await vault?.fingerprints(payerId) : undefined
  const facts: WebhookFacts = { oid, status, code, work, total, refundedTotal, cancel, fingerprints }
  const digest = toBase64Url(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(raw.body))),
  )
  return ledger.receiveWebhook({ scope, kind, digest, facts, receivedAt: world.clock() })
}
