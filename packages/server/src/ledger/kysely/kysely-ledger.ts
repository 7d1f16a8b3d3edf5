import type { Ledger } from '../ledger.ts'
import { attemptQueries } from './attempts.ts'
import { attentionQueries } from './attention.ts'
import { billingKeyQueries } from './billing-keys.ts'
import { counter } from './counts.ts'
import type { Engine } from './engine.ts'
import { listQuery } from './list.ts'
import { outboxQueries } from './outbox.ts'
import { refundQueries } from './refunds.ts'
import { dueQuery } from './watch.ts'
import { webhookQueries } from './webhooks.ts'

/** The ledger over any SQL engine that Kysely speaks to, apart from opening and closing it. */
export function kyselyLedger(engine: Engine): Omit<Ledger, 'ready' | 'close'> {
  return {
    ...attemptQueries(engine),
    ...refundQueries(engine),
    ...webhookQueries(engine),
    ...billingKeyQueries(engine),
    ...attentionQueries(engine),
    ...outboxQueries(engine),
    list: listQuery(engine.db),
    due: dueQuery(engine.db),
    counts: counter(engine.db),
  }
}
