import type { Context } from '../context.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { SILENT_STATES } from '../ledger/transitions.ts'
import { lookInto } from './look-into.ts'

/** A buyer has few windows open. Whoever prepares hundreds, by switching methods, must not cause as many questions. */
const NEWEST = 5

/**
 * In a `PAY` window, and by a link, money moves before we hear of it: ask, due or not, before the order may be paid in another way. Of
 * many such attempts the newest are asked about, and those that are due anyway.
 */
export async function lookIntoSilentAttempts(context: Context, orderId: string, actor: Actor): Promise<void> {
  const { ledger, scope, world } = context.settings
  const attempts = await ledger.attempts(scope, orderId)
  const silent = attempts.filter((row) => row.work === 'PAY' && SILENT_STATES.includes(row.state))
  const isDue = ({ nextCheckAt }: CheckoutRow): boolean => nextCheckAt !== null && nextCheckAt <= world.clock()
  // A link may be paid any day, so it is never too old.
  const asked = silent.filter((row, place) => place < NEWEST || row.method === 'link' || isDue(row))
  for (const row of asked) await lookInto(context, row, actor)
}
