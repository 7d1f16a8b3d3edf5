import type { CheckoutRow, CheckoutState } from '../checkout-row.ts'
import type { EventDraft, LedgerEvent } from '../ledger-event.ts'
import type { MessageDraft } from '../outbox-row.ts'
import type { Db } from './engine.ts'
import type { LedgerTables } from './schema.ts'

/** One transition, as history and outbox see it. */
interface Step {
  readonly row: Pick<CheckoutRow, 'id' | 'scope'>
  readonly at: number
  readonly from: CheckoutState | null
  readonly to: CheckoutState
}

/** Writes the event and the message of a step. Runs inside the caller's transaction. */
export async function record(db: Db, step: Step, event?: EventDraft, message?: MessageDraft): Promise<void> {
  const { row, at, from, to } = step
  if (event !== undefined) {
    const { name, actor } = event
    const detail = event.detail === undefined ? null : JSON.stringify(event.detail)
    const line = { checkoutId: row.id, at, name, actor, fromState: from, toState: to, detail }
    await db.insertInto('events').values(line).execute()
  }
  if (message !== undefined) {
    const { payload } = message
    const waiting = { payload, scope: row.scope, checkoutId: row.id, createdAt: at, attempts: 0 }
    await db.insertInto('outbox').values(waiting).execute()
  }
}

/** The history of an attempt, oldest first. */
export async function eventsOf(db: Db, checkoutId: string): Promise<readonly LedgerEvent[]> {
  const lines = await db.selectFrom('events').selectAll().where('checkoutId', '=', checkoutId).orderBy('seq').execute()
  return lines.map(readEvent)
}

function readEvent(line: Omit<LedgerTables['events'], 'seq'>): LedgerEvent {
  const { checkoutId, at, name, actor, fromState: from, toState: to, detail } = line
  return { checkoutId, at, name, actor, from, to, ...(detail === null ? {} : { detail: JSON.parse(detail) as object }) }
}
