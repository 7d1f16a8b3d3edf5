import type { LedgerEvent } from '../ledger/ledger-event.ts'
import type { WebhookFacts } from '../ledger/webhook-row.ts'
import { FOREIGN_VOID } from '../settle/return-foreign.ts'

/**
 * Whether a CANCEL may report the return of a second payment under the attempt's number (`returnForeign`), and not a refund of its own:
 * both carry the same order number and perhaps the same amount.
 *
 * @returns `known`: it does; `awaited`: that return has no answer yet; `possible`: its answer was lost, so nobody can tell
 */
export function foreignVoidOf(
  events: readonly LedgerEvent[],
  { payId, total }: WebhookFacts,
): 'known' | 'awaited' | 'possible' | undefined {
  const ended = events.filter(({ name }) => name === FOREIGN_VOID.done || name === FOREIGN_VOID.unconfirmed)
  if (payId !== undefined && ended.some(({ detail }) => detail?.cancelId === payId)) return 'known'
  const answered = new Set(ended.map(({ detail }) => detail?.reason))
  const alike = events.filter(({ name, detail }) => name === FOREIGN_VOID.started && detail?.total === total)
  if (alike.some(({ detail }) => !answered.has(detail?.reason))) return 'awaited'
  return ended.some(({ detail }) => detail?.total === total && detail?.cancelId === undefined) ? 'possible' : undefined
}
