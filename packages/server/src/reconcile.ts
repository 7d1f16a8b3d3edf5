import type { Context } from './context.ts'
import { deliver } from './outbox/deliver.ts'
import { lookInto } from './settle/look-into.ts'

/** What a run of `reconcile()` did. */
export interface Reconciled {
  /** Attempts in doubt that are final now. */
  readonly settled: number
  /** Attempts still in doubt, and attempts whose messages the shop has not taken yet. */
  readonly remaining: number
}

const BATCH = 100

/**
 * Looks up everything in doubt, whatever its back-off says, and delivers waiting messages. Run it from a timer, about once a
 * minute, in one or more processes.
 */
export async function reconcile(context: Context): Promise<Reconciled> {
  const { ledger, scope, world, onSettled } = context.settings
  const due = await ledger.due(scope, world.clock(), BATCH)
  for (const row of due) {
    await lookInto(context, row, 'reconcile')
    await deliver(context, row.id)
  }
  if (onSettled !== undefined) {
    for (const checkoutId of await ledger.undelivered(scope, BATCH)) await deliver(context, checkoutId)
  }
  const after = await Promise.all(due.map((row) => ledger.find(row.id)))
  const settled = after.filter((row) => row !== undefined && FINAL.has(row.state)).length
  const { inDoubt, undelivered } = await ledger.counts(scope)
  return { settled, remaining: inDoubt + (onSettled === undefined ? 0 : undelivered) }
}

const FINAL: ReadonlySet<string> = new Set(['paid', 'declined', 'mismatch_voided'])
