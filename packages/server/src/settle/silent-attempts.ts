import type { Context } from '../context.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { SILENT_STATES } from '../ledger/transitions.ts'
import { lookInto } from './look-into.ts'

/**
 * In a `PAY` window, and by a link, money moves before we hear of it: ask, due or not, before the order may be paid in another way.
 */
export async function lookIntoSilentAttempts(context: Context, orderId: string, actor: Actor): Promise<void> {
  const { ledger, scope } = context.settings
  const attempts = await ledger.attempts(scope, orderId)
  const silent = attempts.filter((row) => row.work === 'PAY' && SILENT_STATES.includes(row.state))
  for (const row of silent) await lookInto(context, row, actor)
}
