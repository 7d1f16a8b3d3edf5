import { newCallerRow, newRow } from '../checkout-row.ts'
import type { CheckoutRow } from '../checkout-row.ts'
import type { EventDraft } from '../ledger-event.ts'
import type { Ledger, Moved, Prepared, Started } from '../ledger.ts'
import { assertLegal, isOpenWindow, isPayment, isReusable } from '../rules.ts'
import { isLive, OPEN_STATES } from '../transitions.ts'
import { transaction } from './engine.ts'
import type { Engine, Trx } from './engine.ts'
import { eventsOf, record } from './history.ts'
import { apply, attemptsOf, findRow } from './move.ts'

type AttemptMethods = 'prepare' | 'start' | 'find' | 'findByOid' | 'attempts' | 'move' | 'note' | 'events'

/** Attempts in SQL: writing them down and changing them. */
export function attemptQueries(engine: Engine): Pick<Ledger, AttemptMethods> {
  const { db } = engine
  return {
    prepare: (draft) =>
      transaction(engine, async (trx): Promise<Prepared> => {
        await engine.lockOrder(trx, draft.scope, draft.orderId)
        const rivals = (await attemptsOf(trx, draft)).filter((row) => isPayment(row) === isPayment(draft))
        const live = isPayment(draft) ? rivals.find(isLive) : undefined
        if (live !== undefined) return { kind: 'live', row: live }
        const open = rivals.find((row) => isReusable(row, draft))
        if (open !== undefined) return { kind: 'open', row: open }
        for (const old of rivals.filter(isOpenWindow)) {
          const event: EventDraft = { name: 'replaced', actor: 'prepare' }
          await apply(trx, old, { id: old.id, from: OPEN_STATES, to: 'expired', at: draft.createdAt, event })
        }
        return { kind: 'new', row: await insert(trx, newRow(draft), { name: 'created', actor: 'prepare' }) }
      }),
    start: (draft, event) =>
      transaction(engine, async (trx): Promise<Started> => {
        const { scope, orderId, idempotencyKey } = draft
        await engine.lockKey(trx, scope, idempotencyKey)
        await engine.lockOrder(trx, scope, orderId)
        const same = await trx
          .selectFrom('checkouts')
          .selectAll()
          .where('scope', '=', scope)
          .where('idempotencyKey', '=', idempotencyKey)
          .executeTakeFirst()
        if (same !== undefined) return { kind: 'same', row: same }
        const live = (await attemptsOf(trx, draft)).find((row) => isPayment(row) && isLive(row))
        if (live !== undefined) return { kind: 'live', row: live }
        return { kind: 'new', row: await insert(trx, newCallerRow(draft), event) }
      }),
    find: (id) => findRow(db, id),
    findByOid: (scope, oid) =>
      db.selectFrom('checkouts').selectAll().where('scope', '=', scope).where('oid', '=', oid).executeTakeFirst(),
    attempts: (scope, orderId) => attemptsOf(db, { scope, orderId }),
    move: async (change) => {
      assertLegal(change)
      return transaction(engine, async (trx): Promise<Moved> => {
        await engine.lockOrderOf(trx, change.id)
        const row = await findRow(trx, change.id)
        return row === undefined ? 'stale' : apply(trx, row, change)
      })
    },
    note: (id, at, event) =>
      transaction(engine, async (trx) => {
        await engine.lockOrderOf(trx, id)
        const row = await findRow(trx, id)
        if (row !== undefined) await record(trx, { row, at, from: row.state, to: row.state }, event)
      }),
    events: (id) => eventsOf(db, id),
  }
}

async function insert(trx: Trx, row: Omit<CheckoutRow, 'seq'>, event: EventDraft): Promise<CheckoutRow> {
  const stored = await trx.insertInto('checkouts').values(row).returningAll().executeTakeFirstOrThrow()
  await record(trx, { row: stored, at: stored.createdAt, from: null, to: stored.state }, event)
  return stored
}
