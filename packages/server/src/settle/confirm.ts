import { KNOWN_CONFIRM_PATHS } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { newClaimToken } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { fromOf } from '../ledger/transitions.ts'
import type { ConfirmKeys } from './check-evidence.ts'
import { takeAnswer } from './take-answer.ts'

/**
 * Takes the money of a CERT result: claims the order's one place, then confirms exactly once. Whatever comes back is either
 * clear or a doubt that only lookups resolve.
 */
export async function confirmPayment(
  context: Context,
  row: CheckoutRow,
  keys: ConfirmKeys,
  actor: Actor,
): Promise<void> {
  const { ledger, world, timeouts } = context.settings
  const now = world.clock()
  const claim = { claimToken: newClaimToken(world), claimUntil: now + timeouts.leaseMs, attemptedAt: now }
  const claimed = await ledger.move({
    id: row.id,
    from: fromOf(row),
    to: 'approving',
    at: now,
    // A closed window may still pay, but not behind the back of a newer attempt.
    newest: row.state === 'canceled',
    set: claim,
    event: { name: 'approving', actor, detail: { status: 'success', total: row.amount } },
  })
  if (claimed !== 'moved') return
  const held: CheckoutRow = { ...row, ...claim, state: 'approving' }
  const reply = await context.gateway.confirm(keys.path, keys)
  // The path came through the browser. An address nobody documents might say "success" to anything.
  await takeAnswer(context, held, reply, actor, { documented: KNOWN_CONFIRM_PATHS.includes(keys.path) })
}
