import type { ExpressionBuilder, Kysely, SqlBool, Expression, Transaction } from 'kysely'

import { newRow } from './checkout-row.ts'
import type { CheckoutRow } from './checkout-row.ts'
import { billingKeyQueries } from './kysely-billing-keys.ts'
import { outboxQueries } from './kysely-outbox.ts'
import type { EventDraft, LedgerEvent } from './ledger-event.ts'
import type { Change, Ledger, Moved, Prepared, SealedBillingKey } from './ledger.ts'
import { assertLegal, isExpected, isPayment, isReusable, takesPlace } from './rules.ts'
import type { LedgerTables } from './schema.ts'
import { isLive, OPEN_STATES, SILENT_STATES } from './transitions.ts'

type Db = Kysely<LedgerTables> | Transaction<LedgerTables>

/** The ledger over any SQL database that Kysely speaks to and whose transactions are serialised. */
export function kyselyLedger(db: Kysely<LedgerTables>): Ledger {
  return {
    prepare: (draft) =>
      db.transaction().execute(async (trx): Promise<Prepared> => {
        const rivals = (await attemptsOf(trx, draft)).filter((row) => isPayment(row) === isPayment(draft))
        const live = isPayment(draft) ? rivals.find(isLive) : undefined
        if (live !== undefined) return { kind: 'live', row: live }
        const open = rivals.find((row) => isReusable(row, draft))
        if (open !== undefined) return { kind: 'open', row: open }
        for (const old of rivals.filter((row) => OPEN_STATES.includes(row.state))) {
          const event: EventDraft = { name: 'replaced', actor: 'prepare' }
          await apply(trx, old, { id: old.id, from: OPEN_STATES, to: 'expired', at: draft.createdAt, event })
        }
        const row = await trx.insertInto('checkouts').values(newRow(draft)).returningAll().executeTakeFirstOrThrow()
        await writeEvent(trx, row.id, row.createdAt, null, 'created', { name: 'created', actor: 'prepare' })
        return { kind: 'new', row }
      }),
    move: (change) =>
      db.transaction().execute(async (trx): Promise<Moved> => {
        assertLegal(change)
        const row = await findRow(trx, change.id)
        return row === undefined ? 'stale' : apply(trx, row, change)
      }),
    note: (id, at, event) =>
      db.transaction().execute(async (trx) => {
        const row = await findRow(trx, id)
        if (row !== undefined) await writeEvent(trx, id, at, row.state, row.state, event)
      }),
    find: (id) => findRow(db, id),
    findByOid: (scope, oid) =>
      db.selectFrom('checkouts').selectAll().where('scope', '=', scope).where('oid', '=', oid).executeTakeFirst(),
    attempts: (scope, orderId) => attemptsOf(db, { scope, orderId }),
    events: async (id) => {
      const lines = await db.selectFrom('events').selectAll().where('checkoutId', '=', id).orderBy('seq').execute()
      return lines.map(readEvent)
    },
    due: (scope, now, limit) =>
      db
        .selectFrom('checkouts')
        .selectAll()
        .where('scope', '=', scope)
        .where((eb) => isUnclaimed(eb, now))
        .where((eb) =>
          eb.or([
            eb('state', 'in', ['approving', 'unknown']),
            eb.and([eb('state', 'in', SILENT_STATES), eb('nextCheckAt', '<=', now)]),
          ]),
        )
        .orderBy((eb) => eb.fn.coalesce('nextCheckAt', eb.lit(0)))
        .orderBy('seq')
        .limit(limit)
        .execute(),
    counts: async (scope) => {
      const doubts = await db
        .selectFrom('checkouts')
        .select((eb) => [
          eb.fn.countAll<number>().as('count'),
          eb.fn.min<number | null>(eb.fn.coalesce('attemptedAt', 'updatedAt')).as('oldest'),
        ])
        .where('scope', '=', scope)
        .where('state', 'in', ['approving', 'unknown'])
        .executeTakeFirstOrThrow()
      const undelivered = await outboxQueries(db).waiting(scope)
      return { inDoubt: doubts.count, oldestDoubtAt: doubts.oldest, undelivered }
    },
    close: () => db.destroy(),
    ...outboxQueries(db).methods,
    ...billingKeyQueries(db),
  }
}

/** The conditional update with everything that belongs to it. Runs inside the caller's transaction. */
async function apply(trx: Transaction<LedgerTables>, row: CheckoutRow, change: Change): Promise<Moved> {
  const { id, at, set = {}, event, message, billingKey } = change
  if (!isExpected(row, change)) return 'stale'
  if (billingKey !== undefined && (await hasFingerprint(trx, billingKey))) return 'stale'
  const rivals = (await attemptsOf(trx, row)).filter((other) => other.id !== id && isPayment(other) === isPayment(row))
  if (change.newest === true && rivals.some((other) => other.seq > row.seq)) return 'stale'
  if (isPayment(row) && takesPlace(change) && row.voidReason !== 'duplicate' && rivals.some(isLive)) return 'order-busy'
  // The old state stands in the WHERE clause although the row was just read: a database whose transactions do not lock
  // what they read still changes nothing here.
  const { numUpdatedRows } = await trx
    .updateTable('checkouts')
    .set({ ...set, state: change.to, updatedAt: at })
    .where('id', '=', id)
    .where('state', '=', row.state)
    .where('claimToken', row.claimToken === null ? 'is' : '=', row.claimToken)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return 'stale'
  if (event !== undefined) await writeEvent(trx, id, at, row.state, change.to, event)
  if (message !== undefined) {
    await trx
      .insertInto('outbox')
      .values({ ...message, checkoutId: id, createdAt: at, attempts: 0 })
      .execute()
  }
  if (billingKey !== undefined) await trx.insertInto('billingKeys').values(billingKey).execute()
  return 'moved'
}

function findRow(db: Db, id: string): Promise<CheckoutRow | undefined> {
  return db.selectFrom('checkouts').selectAll().where('id', '=', id).executeTakeFirst()
}

function attemptsOf(db: Db, of: Pick<CheckoutRow, 'scope' | 'orderId'>): Promise<CheckoutRow[]> {
  return db
    .selectFrom('checkouts')
    .selectAll()
    .where('scope', '=', of.scope)
    .where('orderId', '=', of.orderId)
    .orderBy('seq', 'desc')
    .execute()
}

async function hasFingerprint(trx: Db, { scope, fingerprint }: SealedBillingKey): Promise<boolean> {
  const query = trx.selectFrom('billingKeys').select('id').where('scope', '=', scope)
  return (await query.where('fingerprint', '=', fingerprint).executeTakeFirst()) !== undefined
}

function isUnclaimed(eb: ExpressionBuilder<LedgerTables, 'checkouts'>, at: number): Expression<SqlBool> {
  return eb.or([eb('claimUntil', 'is', null), eb('claimUntil', '<=', at)])
}

async function writeEvent(
  trx: Db,
  checkoutId: string,
  at: number,
  fromState: CheckoutRow['state'] | null,
  toState: CheckoutRow['state'],
  event: EventDraft,
): Promise<void> {
  const { name, actor, detail } = event
  const values = { checkoutId, at, name, actor, fromState, toState, detail: detail ? JSON.stringify(detail) : null }
  await trx.insertInto('events').values(values).execute()
}

function readEvent(line: Omit<LedgerTables['events'], 'seq'>): LedgerEvent {
  const { checkoutId, at, name, actor, fromState: from, toState: to, detail } = line
  return { checkoutId, at, name, actor, from, to, ...(detail === null ? {} : { detail: JSON.parse(detail) as object }) }
}
