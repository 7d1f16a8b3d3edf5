import type { CheckoutOutcome } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { deliver } from '../outbox/deliver.ts'
import { isInDoubt, lookInto } from '../settle/look-into.ts'
import { outcomeOf } from '../settle/outcome-of.ts'
import { recordVoided } from '../settle/record.ts'

/** How a person declares what only partner admin can tell. */
export interface Declaration {
  /** Declare it although Payple cannot be asked right now. Default `false`: then nothing is declared, and the doubt stays. */
  readonly unasked?: boolean | undefined
}

/** See `Payments.release`. */
export async function release(
  context: Context,
  checkoutId: string,
  note: string,
  { unasked = false }: Declaration = {},
): Promise<CheckoutOutcome | undefined> {
  const { ledger, scope, world } = context.settings
  const row = await ledger.find(checkoutId)
  if (row === undefined || row.scope !== scope) return undefined
  const finding = isInDoubt(row) ? await lookInto(context, row, 'operator') : undefined
  const mayDeclare = finding !== 'unasked' || unasked
  const asked = (await ledger.find(checkoutId)) ?? row
  if (mayDeclare && asked.state === 'unknown' && asked.claimToken === null) {
    if (asked.voidReason === null) {
      const set = { failureCode: 'RELEASED', nextCheckAt: null }
      const event = { name: 'released', actor: 'operator', detail: { note } } as const
      await ledger.move({
        id: asked.id,
        from: ['unknown'],
        to: 'declined',
        at: world.clock(),
        // A lookup that began meanwhile knows better.
        unclaimed: true,
        set,
        event,
      })
    } else {
      await recordVoided(context, asked, 'void_declared', 'operator', { note })
    }
  }
  const now = (await ledger.find(checkoutId)) ?? asked
  if (!isInDoubt(now)) await ledger.closeAttention(scope, checkoutId, world.clock(), note)
  await deliver(context, checkoutId)
  return outcomeOf(context, now)
}
