import { newCallerRow, newRow } from '../checkout-row.ts'
import type { CheckoutRow } from '../checkout-row.ts'
import type { EventDraft } from '../ledger-event.ts'
import type { Ledger } from '../ledger.ts'
import { isOpenWindow, isPayment, isReusable, isUnclaimed } from '../rules.ts'
import { isLive, OPEN_STATES, SILENT_STATES } from '../transitions.ts'
import { attemptsOf, move } from './move.ts'
import { rowsOf, writeEvent } from './store.ts'
import type { MemoryStore } from './store.ts'

type AttemptMethods =
  | 'prepare'
  | 'start'
  | 'find'
  | 'findByOid'
  | 'attempts'
  | 'list'
  | 'move'
  | 'note'
  | 'events'
  | 'due'

/** Attempts in memory. */
export function attemptMethods(store: MemoryStore): Pick<Ledger, AttemptMethods> {
  const { checkouts } = store

  function insert(row: Omit<CheckoutRow, 'seq'>, event: EventDraft): CheckoutRow {
    const stored = { ...row, seq: checkouts.size + 1 }
    checkouts.set(stored.id, stored)
    writeEvent(store, stored, stored.createdAt, null, event)
    return stored
  }

  return {
    prepare: async (draft) => {
      const rivals = attemptsOf(store, draft.scope, draft.orderId).filter((row) => isPayment(row) === isPayment(draft))
      const live = isPayment(draft) ? rivals.find(isLive) : undefined
      if (live !== undefined) return { kind: 'live', row: live }
      const open = rivals.find((row) => isReusable(row, draft))
      if (open !== undefined) return { kind: 'open', row: open }
      for (const { id } of rivals.filter(isOpenWindow)) {
        const event: EventDraft = { name: 'replaced', actor: 'prepare' }
        move(store, { id, from: OPEN_STATES, to: 'expired', at: draft.createdAt, event })
      }
      return { kind: 'new', row: insert(newRow(draft), { name: 'created', actor: 'prepare' }) }
    },
    start: async (draft, event) => {
      const { scope, orderId, idempotencyKey } = draft
      const [same] = rowsOf(checkouts, (row) => row.scope === scope && row.idempotencyKey === idempotencyKey)
      if (same !== undefined) return { kind: 'same', row: same }
      const live = attemptsOf(store, scope, orderId).find((row) => isPayment(row) && isLive(row))
      if (live !== undefined) return { kind: 'live', row: live }
      return { kind: 'new', row: insert(newCallerRow(draft), event) }
    },
    find: async (id) => checkouts.get(id),
    findByOid: async (scope, oid) => rowsOf(checkouts, (row) => row.scope === scope && row.oid === oid)[0],
    attempts: async (scope, orderId) => attemptsOf(store, scope, orderId),
    list: async ({ scope, states, before = Infinity, limit }) =>
      rowsOf(checkouts, (row) => row.scope === scope && row.seq < before && (states?.includes(row.state) ?? true))
        .toReversed()
        .slice(0, limit),
    move: async (change) => move(store, change),
    note: async (id, at, event) => {
      const row = checkouts.get(id)
      if (row !== undefined) writeEvent(store, row, at, row.state, event)
    },
    events: async (id) => store.events.filter((event) => event.checkoutId === id),
    due: async (scope, now, limit) =>
      rowsOf(checkouts, (row) => row.scope === scope && isDue(row, now))
        .sort((a, b) => (a.nextCheckAt ?? 0) - (b.nextCheckAt ?? 0) || a.seq - b.seq)
        .slice(0, limit),
  }
}

function isDue(row: CheckoutRow, now: number): boolean {
  if (!isUnclaimed(row, now)) return false
  if (row.state === 'unknown' || row.state === 'approving') return true
  return SILENT_STATES.includes(row.state) && row.nextCheckAt !== null && row.nextCheckAt <= now
}
