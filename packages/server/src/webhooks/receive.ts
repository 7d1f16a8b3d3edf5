import { readOverseasResult, readWebhook } from '@payple-kit/core'
import type { WebhookEvent } from '@payple-kit/core'

import type { Vault } from '../billing-keys/vault.ts'
import type { Context } from '../context.ts'
import type { WebhookFacts, WebhookRow } from '../ledger/webhook-row.ts'
import { OID, PAY_ID, plain } from '../settle/plain.ts'

/**
 * Stores a webhook before anything is done about it. Anybody may post one (docs/protocol/domestic.md 8.4: no signature), so it starts questions and proves
 * nothing; and what it carries besides is not kept: keys, tokens, names.
 *
 * @returns the stored row, or `undefined` when it speaks of no order number and no billing key
 */
export async function receiveWebhook(
  { settings, vault }: Context,
  fields: Readonly<Record<string, unknown>>,
): Promise<WebhookRow | undefined> {
  const { ledger, scope, world } = settings
  const facts = await factsOf(readWebhook(fields), vault)
  if (facts === undefined) return undefined
  const kind = facts.oid === undefined ? 'deletion' : 'payment'
  // Whatever else a message says, the gateway is asked the same about the same subject.
  const digest =
    facts.oid === undefined
      ? (facts.fingerprints?.[0] ?? '')
      : `${facts.oid} ${facts.cancel === true ? 'cancel' : 'payment'}`
  return ledger.receiveWebhook({ scope, kind, digest, facts, receivedAt: world.clock() })
}

/** The few facts that are kept; `undefined` without a subject. */
async function factsOf(event: WebhookEvent, vault: Vault | undefined): Promise<WebhookFacts | undefined> {
  if (event.kind === 'unreadable') return undefined
  if (event.kind === 'deletion') {
    const { payerId, status } = event
    return payerId === undefined ? undefined : { status, fingerprints: (await vault?.fingerprints(payerId)) ?? [] }
  }
  const { kind, status, amount: total, refundedTotal, result } = event
  const oid = plain(event.oid, OID)
  if (oid === undefined) return undefined
  return {
    oid,
    status,
    code: plain(result.code, CODE),
    work: result.work,
    total,
    refundedTotal,
    cancel: kind === 'cancel',
  }
}

const CODE = /^[A-Za-z0-9/]{1,24}$/

/**
 * The same for the overseas product (docs/protocol/overseas.md 6): every message speaks of an order number and of Payple's own id, by which repeats are
 * known.
 *
 * @returns the stored row, or `undefined` when it speaks of no order number
 */
export async function receiveOverseasWebhook(
  { settings }: Context,
  fields: Readonly<Record<string, unknown>>,
): Promise<WebhookRow | undefined> {
  const { ledger, scope, world } = settings
  const { type, status, code, oid: written, amount: total, currency, apiId } = readOverseasResult(fields)
  // Payple's own numbers are longer than ours (3.7).
  const oid = plain(written, /^[A-Za-z0-9_-]{1,64}$/)
  if (oid === undefined || type === undefined) return undefined
  const cancel = type === 'CANCEL'
  const payId = plain(apiId, PAY_ID)
  const facts = { oid, status, code: plain(code, CODE), total, currency, payId, cancel, overseas: true }
  const digest = `${oid} ${type} ${payId ?? `${total} ${String(fields['api_date'])}`}`
  return ledger.receiveWebhook({ scope, kind: 'payment', digest, facts, receivedAt: world.clock() })
}
