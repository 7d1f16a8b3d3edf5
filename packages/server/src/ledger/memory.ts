import { newRow } from './checkout-row.ts'
import type { CheckoutRow, LedgerScope } from './checkout-row.ts'
import type { LedgerEvent } from './ledger-event.ts'
import type { Change, Ledger, Moved, OutboxMessage, SealedBillingKey } from './ledger.ts'
import { assertLegal, isExpected, isPayment, isReusable, takesPlace } from './rules.ts'
import { isLive, OPEN_STATES, SILENT_STATES } from './transitions.ts'

interface StoredMessage extends OutboxMessage {
  readonly deliveredAt: number | null
  readonly claimUntil: number | null
}

/**
 * A ledger that forgets when the process ends. For stories, tests and trying things out; a shop that takes money needs
 * `sqliteLedger`. Nothing here awaits between reading and writing, which is what makes each method one transaction.
 */
export function memoryLedger(): Ledger {
  const rows = new Map<string, CheckoutRow>()
  const events: LedgerEvent[] = []
  const messages: StoredMessage[] = []
  const billingKeys = new Map<string, SealedBillingKey>()

  const attemptsOf = (scope: LedgerScope, orderId: string): CheckoutRow[] =>
    [...rows.values()].filter((row) => row.scope === scope && row.orderId === orderId).sort((a, b) => b.seq - a.seq)
  const rivalsOf = (row: CheckoutRow): CheckoutRow[] =>
    attemptsOf(row.scope, row.orderId).filter((other) => other.id !== row.id && isPayment(other) === isPayment(row))

  const findBillingKey = (scope: LedgerScope, fingerprints: readonly string[]): SealedBillingKey | undefined =>
    [...billingKeys.values()].find((key) => key.scope === scope && fingerprints.includes(key.fingerprint))

  function move(change: Change): Moved {
    assertLegal(change)
    const { id, at, set = {}, event, message, billingKey } = change
    const row = rows.get(id)
    if (row === undefined || !isExpected(row, change)) return 'stale'
    if (billingKey !== undefined && findBillingKey(row.scope, [billingKey.fingerprint]) !== undefined) return 'stale'
    const rivals = rivalsOf(row)
    if (change.newest === true && rivals.some((other) => other.seq > row.seq)) return 'stale'
    if (isPayment(row) && takesPlace(change) && row.voidReason !== 'duplicate' && rivals.some(isLive))
      return 'order-busy'
    rows.set(id, { ...row, ...set, state: change.to, updatedAt: at })
    if (event !== undefined) events.push({ ...event, checkoutId: id, at, from: row.state, to: change.to })
    if (message !== undefined) {
      messages.push({
        ...message,
        seq: messages.length + 1,
        checkoutId: id,
        createdAt: at,
        attempts: 0,
        deliveredAt: null,
        claimUntil: null,
      })
    }
    if (billingKey !== undefined) billingKeys.set(billingKey.id, billingKey)
    return 'moved'
  }

  return {
    prepare: async (draft) => {
      const rivals = attemptsOf(draft.scope, draft.orderId).filter((row) => isPayment(row) === isPayment(draft))
      const live = isPayment(draft) ? rivals.find(isLive) : undefined
      if (live !== undefined) return { kind: 'live', row: live }
      const open = rivals.find((row) => isReusable(row, draft))
      if (open !== undefined) return { kind: 'open', row: open }
      for (const old of rivals.filter((row) => OPEN_STATES.includes(row.state))) {
        move({
          id: old.id,
          from: OPEN_STATES,
          to: 'expired',
          at: draft.createdAt,
          event: { name: 'replaced', actor: 'prepare' },
        })
      }
      const row: CheckoutRow = { ...newRow(draft), seq: rows.size + 1 }
      rows.set(row.id, row)
      events.push({
        name: 'created',
        actor: 'prepare',
        checkoutId: row.id,
        at: row.createdAt,
        from: null,
        to: 'created',
      })
      return { kind: 'new', row }
    },
    find: async (id) => rows.get(id),
    findByOid: async (scope, oid) => [...rows.values()].find((row) => row.scope === scope && row.oid === oid),
    attempts: async (scope, orderId) => attemptsOf(scope, orderId),
    move: async (change) => move(change),
    note: async (id, at, event) => {
      const row = rows.get(id)
      if (row !== undefined) events.push({ ...event, checkoutId: id, at, from: row.state, to: row.state })
    },
    events: async (id) => events.filter((event) => event.checkoutId === id),
    due: async (scope, now, limit) =>
      [...rows.values()]
        .filter((row) => row.scope === scope && isDue(row, now))
        .sort((a, b) => (a.nextCheckAt ?? 0) - (b.nextCheckAt ?? 0) || a.seq - b.seq)
        .slice(0, limit),
    takeMessage: async (checkoutId, now, until) => {
      const index = messages.findIndex((message) => message.checkoutId === checkoutId && message.deliveredAt === null)
      const found = messages[index]
      if (found === undefined || (found.claimUntil !== null && found.claimUntil > now)) return undefined
      const taken = { ...found, attempts: found.attempts + 1, claimUntil: until }
      messages[index] = taken
      const { deliveredAt: _, claimUntil: __, ...message } = taken
      return message
    },
    closeMessage: async (seq, result, now) => {
      const message = messages[seq - 1]
      if (message === undefined) return
      messages[seq - 1] = {
        ...message,
        claimUntil: null,
        deliveredAt: result === 'delivered' ? now : message.deliveredAt,
      }
    },
    undelivered: async (scope, limit) => {
      const waiting = messages.filter((m) => m.deliveredAt === null && rows.get(m.checkoutId)?.scope === scope)
      return [...new Set(waiting.map((message) => message.checkoutId))].slice(0, limit)
    },
    findBillingKey: async (scope, fingerprints) => findBillingKey(scope, fingerprints),
    billingKey: async (id) => billingKeys.get(id),
    counts: async (scope) => {
      const doubts = [...rows.values()].filter(
        (row) => row.scope === scope && ['approving', 'unknown'].includes(row.state),
      )
      const since = doubts.map((row) => row.attemptedAt ?? row.updatedAt)
      return {
        inDoubt: doubts.length,
        oldestDoubtAt: since.length === 0 ? null : Math.min(...since),
        undelivered: messages.filter((m) => m.deliveredAt === null && rows.get(m.checkoutId)?.scope === scope).length,
      }
    },
    close: async () => undefined,
  }
}

function isDue(row: CheckoutRow, now: number): boolean {
  if (row.claimUntil !== null && row.claimUntil > now) return false
  if (row.state === 'unknown' || row.state === 'approving') return true
  return SILENT_STATES.includes(row.state) && row.nextCheckAt !== null && row.nextCheckAt <= now
}
