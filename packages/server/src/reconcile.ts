import { raise } from './attention/raise.ts'
import type { Context } from './context.ts'
import { errorName } from './log.ts'
import type { CheckoutRow } from './ledger/checkout-row.ts'
import { lookIntoRefund } from './operations/look-into-refund.ts'
import { deliver } from './outbox/deliver.ts'
import { isInDoubt, lookInto } from './settle/look-into.ts'
import { handleWebhooks } from './webhooks/handle.ts'

/** What a run of `reconcile()` did. */
export interface Reconciled {
  /** Attempts in doubt that are final now. */
  readonly settled: number
  /** Attempts and refunds still in doubt, attempts whose messages the shop has not taken yet, and webhooks not handled yet. */
  readonly remaining: number
}

const BATCH = 100
/** Handled webhooks are kept for ninety days, for whoever asks what was heard. */
const KEEP_WEBHOOKS_MS = 90 * 86_400_000
/** So many lookups in vain, about ten minutes, and a person is told. */
const CHECKS_ALONE = 8

/**
 * Looks up everything in doubt, whatever its back-off says, handles waiting webhooks and delivers waiting messages. Run it from a
 * timer, about once a minute, in one or more processes; `work()` does that.
 */
export async function reconcile(context: Context): Promise<Reconciled> {
  const { ledger, scope, world, onSettled } = context.settings
  await handleWebhooks(context)
  await ledger.pruneWebhooks(scope, world.clock() - KEEP_WEBHOOKS_MS)
  const due = await ledger.due(scope, world.clock(), BATCH)
  for (const row of due) {
    await guarded(context, row.id, async () => {
      await lookInto(context, row, 'reconcile')
      await deliver(context, row.id)
    })
  }
  const refunds = await ledger.dueRefunds(scope, world.clock(), BATCH)
  for (const refund of refunds) {
    await guarded(context, refund.checkoutId, async () => {
      await lookIntoRefund(context, refund, 'reconcile')
      await deliver(context, refund.checkoutId)
    })
  }
  if (onSettled !== undefined) {
    for (const checkoutId of await ledger.undelivered(scope, world.clock(), BATCH))
      await guarded(context, checkoutId, () => deliver(context, checkoutId))
  }
  const after = await Promise.all(due.map((row) => ledger.find(row.id)))
  await watchDoubts(context, after)
  const settled = after.filter((row) => row !== undefined && FINAL.has(row.state)).length
  const { inDoubt, refundsInDoubt, undelivered, webhooks } = await ledger.counts(scope)
  return { settled, remaining: inDoubt + refundsInDoubt + webhooks + (onSettled === undefined ? 0 : undelivered) }
}

/** One payment that cannot be written must not stop the others. Its claim runs out, so the next run tries it again. */
async function guarded(context: Context, checkoutId: string, job: () => Promise<unknown>): Promise<void> {
  try {
    await job()
  } catch (error) {
    context.log('error', 'crashed', { reason: 'reconcile', checkoutId, error: errorName(error) })
  }
}

const FINAL: ReadonlySet<string> = new Set(['paid', 'declined', 'mismatch_voided'])

/** Doubts that lookups do not end go to a person, and leave the list by themselves when they end after all. */
async function watchDoubts(context: Context, rows: readonly (CheckoutRow | undefined)[]): Promise<void> {
  const { ledger, scope, world } = context.settings
  for (const row of rows) {
    if (row === undefined) continue
    const { id, orderId, voidReason, checks } = row
    if (!isInDoubt(row)) await ledger.closeAttention(scope, id, world.clock(), row.state)
    else if (checks >= CHECKS_ALONE)
      await raise(context, {
        kind: voidReason === null ? 'payment-in-doubt' : 'void-in-doubt',
        subject: id,
        orderId,
        detail: row.oid,
      })
  }
}
