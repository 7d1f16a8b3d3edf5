import type { Ledger } from '../ledger.ts'
import { IN_FLIGHT } from '../refund-rules.ts'
import { DOUBT_STATES } from '../transitions.ts'
import type { Db } from './engine.ts'

/** Numbers for `health()`, in one query. */
export function counter(db: Db): Ledger['counts'] {
  return async (scope) => {
    const counts = await db
      .selectNoFrom((eb) => {
        const doubts = eb.selectFrom('checkouts').where('scope', '=', scope).where('state', 'in', DOUBT_STATES)
        const refunds = eb.selectFrom('refunds').where('scope', '=', scope).where('state', 'in', IN_FLIGHT)
        const messages = eb.selectFrom('outbox').where('scope', '=', scope).where('deliveredAt', 'is', null)
        const webhooks = eb.selectFrom('webhooks').where('scope', '=', scope).where('handledAt', 'is', null)
        const attention = eb.selectFrom('attention').where('scope', '=', scope).where('closedAt', 'is', null)
        const all = eb.fn.countAll<number>().as('count')
        return [
          doubts.select(all).as('inDoubt'),
          doubts
            .select(({ fn }) => fn.min<number | null>(fn.coalesce('attemptedAt', 'updatedAt')).as('since'))
            .as('oldestDoubtAt'),
          refunds.select(all).as('refundsInDoubt'),
          messages.select(all).as('undelivered'),
          webhooks.select(all).as('webhooks'),
          attention.select(all).as('attention'),
        ]
      })
      .executeTakeFirstOrThrow()
    const { inDoubt, oldestDoubtAt, refundsInDoubt, undelivered, webhooks, attention } = counts
    // A subquery may always be empty as far as types go; a count never is.
    return {
      inDoubt: inDoubt ?? 0,
      oldestDoubtAt,
      refundsInDoubt: refundsInDoubt ?? 0,
      undelivered: undelivered ?? 0,
      webhooks: webhooks ?? 0,
      attention: attention ?? 0,
    }
  }
}
