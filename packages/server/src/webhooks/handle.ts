import { formatMoney, isOverseas } from '@payple-kit/core'

import { isKnownAtGateway } from '../operations/billing-keys.ts'
import { noteRefunds } from '../operations/lookup.ts'
import { raise } from '../attention/raise.ts'
import { removeKey } from '../billing-keys/remove-key.ts'
import type { Context } from '../context.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import { isPayment } from '../ledger/rules.ts'
import { isPaid } from '../ledger/transitions.ts'
import type { WebhookFacts, WebhookRow } from '../ledger/webhook-row.ts'
import { errorName } from '../log.ts'
import { handleCancel } from './handle-cancel.ts'
import { deliver } from '../outbox/deliver.ts'
import { isInDoubt, lookInto } from '../settle/look-into.ts'
import { nextCheck } from '../settle/back-off.ts'
import { endedWithAnother, returnForeign } from '../settle/return-foreign.ts'

const BATCH = 20
/** How long a webhook belongs to the process that handles it. */
const CLAIM_MS = 60_000
/** Tries before a person is told: over an hour, because a webhook may come before the row it speaks of. */
const TRIES = 16

/** Handles the webhooks that are due: now, after one came in, and from `reconcile()`. Returns how many were looked at. */
export async function handleWebhooks(context: Context): Promise<number> {
  const { ledger, scope, world } = context.settings
  const now = world.clock()
  const due = await ledger.takeWebhooks(scope, now, now + CLAIM_MS, BATCH)
  for (const webhook of due) await handleOne(context, webhook)
  return due.length
}

async function handleOne(context: Context, webhook: WebhookRow): Promise<void> {
  const { ledger, scope, world } = context.settings
  const result = await attempt(context, webhook)
  const now = world.clock()
  const { seq, kind, attempts, facts } = webhook
  if (result !== undefined) {
    context.log('info', 'webhook', { reason: `${kind} ${result}` })
    return ledger.closeWebhook(webhook, now, { result })
  }
  if (attempts < TRIES) return ledger.closeWebhook(webhook, now, { nextAttemptAt: nextCheck(now, attempts) })
  // An attempt that stays in doubt has its own entry on the attention list, and its own back-off.
  const row = facts.oid === undefined ? undefined : await ledger.findByOid(scope, facts.oid)
  if (row !== undefined) {
    if (facts.cancel !== true && facts.payId !== undefined && endedWithAnother(row, facts.payId))
      await raise(context, { kind: 'foreign-charge', subject: facts.payId, orderId: row.orderId, detail: row.oid })
    return ledger.closeWebhook(webhook, now, { result: 'handed over' })
  }
  await raise(context, { kind: 'webhook-unmatched', subject: `webhook-${seq}`, detail: webhook.facts.oid ?? kind })
  await ledger.closeWebhook(webhook, now, { result: 'unmatched' })
}

/** What became of it; `undefined`: not yet, try again later. */
async function attempt(context: Context, webhook: WebhookRow): Promise<string | undefined> {
  try {
    return webhook.kind === 'deletion' ? await handleDeletion(context, webhook) : await handlePayment(context, webhook)
  } catch (error) {
    context.log('error', 'crashed', { reason: 'webhook', error: errorName(error) })
    return undefined
  }
}

/**
 * Says only that something happened to an order number; what it was, the gateway is asked. So duplicates, wrong order and forgeries
 * all come down to one more question.
 */
async function handlePayment(context: Context, { seq, facts }: WebhookRow): Promise<string | undefined> {
  const { ledger, scope } = context.settings
  const row = facts.oid === undefined ? undefined : await ledger.findByOid(scope, facts.oid)
  if (row === undefined) return undefined
  // A message by the other product's address is not about this attempt.
  if (isOverseas(row.method) !== (facts.overseas === true)) return 'other product'
  if (facts.overseas === true && facts.cancel === true) {
    const end = await handleCancel(context, row, facts)
    if (end === 'unmatched')
      await raise(context, {
        kind: 'webhook-unmatched',
        subject: `webhook-${seq}`,
        orderId: row.orderId,
        detail: `cancel of ${facts.total === undefined ? 'an unknown amount' : formatMoney(facts.total, facts.currency ?? 'KRW', 'en')}`,
      })
    return end
  }
  if (endedWithAnother(row, facts.payId)) return returnSecond(context, row, facts)
  // A wrong charge that was given back has ended.
  if (row.state === 'mismatch_voided') return 'known'
  // Whether a card was registered is for the registration itself to prove: the key is not stored here.
  if (!isPayment(row)) return 'registration'
  if (!isPaid(row)) {
    const finding = await lookInto(context, row, 'webhook', { afresh: !isInDoubt(row), payId: facts.payId })
    await deliver(context, row.id)
    const now = (await ledger.find(row.id)) ?? row
    if (endedWithAnother(now, facts.payId)) return returnSecond(context, now, facts)
    // Still with somebody else, or still in doubt: its own back-off goes on, and this one asks again as well.
    if (isInDoubt(now) || (finding === 'unasked' && !isPaid(now))) return undefined
    return isPaid(now) ? 'settled' : 'nothing'
  }
  if (facts.cancel !== true) return 'known'
  const total = await noteRefunds(context, row, 'webhook')
  await deliver(context, row.id)
  // Not written down while a refund of ours is under way, or may be: whose money it was shows when that one ends.
  const known = (await ledger.find(row.id))?.refundedTotal ?? 0
  return total === undefined || Math.min(total, row.amount) > known ? undefined : 'refund'
}

async function returnSecond(context: Context, row: CheckoutRow, { payId }: WebhookFacts): Promise<string | undefined> {
  const end = await returnForeign(context, row, { tradeNumber: payId }, 'webhook')
  return end === 'undone' ? undefined : 'second payment'
}

/** Partner admin deleted a billing key, says somebody. It is removed when Payple does not know it any more. */
async function handleDeletion(context: Context, { facts }: WebhookRow): Promise<string | undefined> {
  const { ledger, scope } = context.settings
  const key = facts.fingerprints && (await ledger.findBillingKey(scope, facts.fingerprints))
  if (key === undefined) return 'unknown key'
  const known = await isKnownAtGateway(context, key)
  if (known === undefined) return undefined
  if (known) return 'still registered'
  await removeKey(context, key.id, 'console')
  return 'removed'
}
