import { isOverseas } from '@payple-kit/core'
import type { CheckoutOutcome, PaymentResult } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { serverError } from '../errors.ts'
import type { CheckoutRow, CheckoutState } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { SILENT_STATES } from '../ledger/transitions.ts'
import { deliver } from '../outbox/deliver.ts'
import { applyEvidence, takesEvidence } from './apply-evidence.ts'
import type { Refusal } from './check-evidence.ts'
import { isUnanswered, lookInto } from './look-into.ts'
import { outcomeOf } from './outcome-of.ts'
import { PAY_ID, plain } from './plain.ts'
import { endedWithAnother, returnForeign } from './return-foreign.ts'

/**
 * The one function that brings an attempt forward, reached by callback, return POST, polling and the reconciler. Idempotent:
 * a final row only answers what it knows. May be called by any number of processes at once.
 *
 * @returns the outcome, `undefined` while nothing is known to have happened
 */
export async function settle(
  context: Context,
  found: CheckoutRow,
  actor: Actor,
  evidence?: PaymentResult,
): Promise<CheckoutOutcome | undefined> {
  let refusal
  if (evidence !== undefined && takesEvidence(found)) refusal = await applyUntilTaken(context, found, evidence, actor)
  else if (isCheckDue(found, context.settings.world.clock()))
    await lookInto(context, found, actor, { payId: plain(evidence?.tradeNumber, PAY_ID) })

  const row = (await context.settings.ledger.find(found.id)) ?? found
  if (evidence?.status === 'success' && isOverseas(row.method) && !isAnswered(found, row, evidence))
    await returnForeign(context, row, evidence, actor)
  if (TOLD.has(row.state)) await deliver(context, row.id)
  const outcome = await outcomeOf(context, row)
  // Evidence that was refused fails this visit, not the attempt: the row is as it was. While nobody could ask
  // whether a PAY window charged, not even the visit failed.
  const overruled = outcome === undefined || outcome.status === 'canceled' || outcome.status === 'failed'
  return refusal !== undefined && overruled && !isUnanswered(row)
    ? { status: 'failed', error: serverError(refusal.code, { field: refusal.field }) }
    : outcome
}

/** Whether the attempt took in what this result speaks of. */
function isAnswered(found: CheckoutRow, row: CheckoutRow, { tradeNumber }: PaymentResult): boolean {
  return takesEvidence(found) && !endedWithAnother(row, tradeNumber)
}

/**
 * Somebody else may move the row between our reading and our claim: a forged "closed", say. A success in hand must not be lost to
 * that, so it is applied again to what the row has become. States only go forward, and three tries see them all.
 */
async function applyUntilTaken(
  context: Context,
  found: CheckoutRow,
  evidence: PaymentResult,
  actor: Actor,
): Promise<Refusal | undefined> {
  let row = found
  for (let tries = 0; ; tries++) {
    const refusal = await applyEvidence(context, row, evidence, actor)
    if (refusal !== undefined || evidence.status !== 'success' || tries === 2) return refusal
    const now = await context.settings.ledger.find(row.id)
    if (now === undefined || now.state === row.state || !takesEvidence(now)) return undefined
    row = now
  }
}

/** States the shop is told about. Polling an attempt in any other state writes nothing. */
const TOLD: ReadonlySet<CheckoutState> = new Set(['paid', 'registered', 'mismatch_voided'])

/** Whether the gateway may be asked now. The back-off in the row keeps a polling page from hammering it. */
function isCheckDue(row: CheckoutRow, now: number): boolean {
  if (row.claimUntil !== null && row.claimUntil > now) return false
  if (row.state === 'approving') return true
  if (row.state === 'unknown') return (row.nextCheckAt ?? 0) <= now
  return SILENT_STATES.includes(row.state) && row.nextCheckAt !== null && row.nextCheckAt <= now
}
