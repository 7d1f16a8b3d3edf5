import type { DatabaseSync } from 'node:sqlite'
import type { Subscription } from '../../shared/subscription-api.ts'
import type { ShownPayment } from '../slip.ts'
import { monthOf, nextMonth } from './calendar.ts'
import { chargeStore, type ChargeStore } from './charge-store.ts'

export interface SubscriptionRow extends Omit<Subscription, 'charges' | 'tryOn'> {
  readonly member: string
  readonly anchorDay: number
  readonly tryOn: string | null
}

/** Subscriptions, one per member, and the charges of their months. */
export interface SubscriptionStore {
  readonly charges: ChargeStore
  find: (id: string) => SubscriptionRow | undefined
  ofMember: (member: string) => SubscriptionRow | undefined
  /** Those whose charge is to be tried by this day. */
  due: (today: string) => SubscriptionRow[]
  save: (row: SubscriptionRow) => void
  /** Moves on to the next month, unless that happened before. */
  monthPaid: (id: string, month: string) => void
  /** The charge failed; `tryOn` is when the shop tries again by itself. */
  monthFailed: (id: string, month: string, tryOn: string | null) => void
}

const COLUMNS = `id, member, card, status, anchor_day AS anchorDay, next_on AS nextOn, try_on AS tryOn, started_at AS startedAt`

export function subscriptionStore(db: DatabaseSync, shown: ShownPayment): SubscriptionStore {
  const byId = db.prepare(`SELECT ${COLUMNS} FROM subscriptions WHERE id = ?`)
  const byMember = db.prepare(`SELECT ${COLUMNS} FROM subscriptions WHERE member = ?`)
  const due = db.prepare(
    `SELECT ${COLUMNS} FROM subscriptions WHERE status <> 'canceled' AND try_on <= ? ORDER BY try_on`,
  )
  const save = db.prepare(`
    INSERT INTO subscriptions (id, member, card, status, anchor_day, next_on, try_on, started_at)
    VALUES (:id, :member, :card, :status, :anchorDay, :nextOn, :tryOn, :startedAt)
    ON CONFLICT (id) DO UPDATE SET card = excluded.card, status = excluded.status, anchor_day = excluded.anchor_day,
      next_on = excluded.next_on, try_on = excluded.try_on, started_at = excluded.started_at`)
  const advance = db.prepare(`
    UPDATE subscriptions SET next_on = :to, try_on = :to, status = CASE status WHEN 'canceled' THEN status ELSE 'active' END
    WHERE id = :id AND next_on = :from`)
  const fail = db.prepare(`
    UPDATE subscriptions SET try_on = :tryOn, status = CASE status WHEN 'canceled' THEN status ELSE 'past-due' END
    WHERE id = :id AND next_on = :from`)
  const find = (id: string) => byId.get(id) as unknown as SubscriptionRow | undefined

  return {
    charges: chargeStore(db, shown),
    find,
    ofMember: (member) => byMember.get(member) as unknown as SubscriptionRow | undefined,
    due: (today) => due.all(today) as unknown as SubscriptionRow[],
    save: ({ id, member, card, status, anchorDay, nextOn, tryOn, startedAt }) =>
      void save.run({ id, member, card, status, anchorDay, nextOn, tryOn, startedAt }),
    monthPaid: (id, month) => {
      const row = find(id)
      // Told twice, or long ago: the next charge is another month by now.
      if (!row || monthOf(row.nextOn) !== month) return
      advance.run({ id, from: row.nextOn, to: nextMonth(row.nextOn, row.anchorDay) })
    },
    monthFailed: (id, month, tryOn) => {
      const row = find(id)
      if (row && monthOf(row.nextOn) === month) fail.run({ id, from: row.nextOn, tryOn })
    },
  }
}
