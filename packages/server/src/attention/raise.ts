import type { Context } from '../context.ts'
import type { AttentionRow } from '../ledger/attention-row.ts'

/** What a person should look at. */
export interface Concern extends Pick<AttentionRow, 'kind' | 'subject'> {
  readonly orderId?: string | undefined
  /** A code or number that helps; nothing secret or personal. */
  readonly detail?: string | undefined
}

/** Puts something on the attention list, once per kind and subject while it is open. `payple.work` tells `onAttention`. */
export async function raise({ settings, log }: Context, concern: Concern): Promise<void> {
  const { kind, subject, orderId = null, detail = null } = concern
  const { ledger, scope, world } = settings
  const raised = await ledger.raiseAttention({ scope, kind, subject, orderId, detail, raisedAt: world.clock() })
  if (raised) log('error', 'attention', { reason: kind, orderId: orderId ?? undefined })
}
