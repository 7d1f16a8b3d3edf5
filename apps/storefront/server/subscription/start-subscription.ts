import { randomBytes } from 'node:crypto'
import { koreanDay } from './calendar.ts'
import type { SubscriptionRow, SubscriptionStore } from './subscription-store.ts'

/**
 * Starts a subscription, or one that was canceled again. Months that are paid stay paid: who comes back before the next charge
 * pays on that day and not now.
 */
export function startSubscription(
  store: SubscriptionStore,
  member: string,
  card: string,
  now: number,
): SubscriptionRow {
  const known = store.ofMember(member)
  if (known && known.status !== 'canceled') return known
  const today = koreanDay(now)
  const paidAhead = known !== undefined && known.nextOn > today
  const nextOn = paidAhead ? known.nextOn : today
  const row: SubscriptionRow = {
    id: known?.id ?? randomBytes(9).toString('base64url').replaceAll(/[-_]/g, '0'),
    member,
    card,
    status: 'active',
    anchorDay: paidAhead ? known.anchorDay : Number(today.slice(8)),
    nextOn,
    tryOn: nextOn,
    startedAt: new Date(now).toISOString(),
  }
  store.save(row)
  return row
}
