import { kstDate } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { PaymentAddress } from '../gateway/gateway.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Settings } from '../options/settings.ts'
import { addressOf } from './address-of.ts'
import { LINK_GRACE_MS } from './back-off.ts'
import { readCharge } from './charge.ts'
import type { Charge } from './charge.ts'

/** What a lookup proved. Anything but a clear yes proves nothing (docs/protocol/domestic.md 11.2 U11). */
export type Finding =
  | { readonly kind: 'charged'; readonly charge: Charge }
  /** Charged and given back in full. */
  | { readonly kind: 'returned'; readonly charge: Charge }
  /** Charged, and a part was given back by hand before we looked. That is for a person to judge, not for us (decisions/011). */
  | { readonly kind: 'partly-returned'; readonly charge: Charge }
  /** Asked, and nothing clear was found. */
  | { readonly kind: 'inconclusive' }
  /** At least one of the questions got no answer. */
  | { readonly kind: 'unasked' }

const DAY = 86_400_000
const FIVE_MINUTES = 300_000

/**
 * Looks the attempt up at the gateway, on each day it may be filed under.
 *
 * `payId`: by which id of Payple's somebody says it was paid
 */
export async function findCharge({ gateway, settings }: Context, row: CheckoutRow, payId?: string): Promise<Finding> {
  const { oid } = row
  let unasked = false
  for (const address of addressesOf(settings, row, payId)) {
    const reply = await gateway.lookup(address)
    if (reply.kind !== 'answer') {
      unasked = true
      continue
    }
    const { answer } = reply
    const charge = readCharge(answer, row.attemptedAt ?? row.createdAt)
    if (charge === undefined || charge.oid !== oid) continue
    // An authenticated payment that nobody confirmed has no approval.
    const approved =
      answer.approvalNumber !== undefined || answer.tradeNumber !== undefined || answer.paidAt !== undefined
    if (!approved) continue
    const refunded = answer.refundedTotal ?? 0
    if (refunded === 0) return { kind: 'charged', charge }
    return { kind: refunded >= charge.total ? 'returned' : 'partly-returned', charge }
  }
  return { kind: unasked ? 'unasked' : 'inconclusive' }
}

function addressesOf(settings: Settings, row: CheckoutRow, claimed: string | undefined): readonly PaymentAddress[] {
  const now = settings.world.clock()
  const address = addressOf(settings, row)
  if (address.overseas === undefined) return placesOf(row, now).map(([date, type]) => ({ ...address, date, type }))
  // Not filed under a day. One number may have been paid twice, and by the number the gateway shows the newest payment only
  // (docs/protocol/overseas.md 8.2): the one that is spoken of comes first.
  const { overseas } = address
  const payIds = [...new Set([overseas.payId ?? claimed, undefined])]
  return payIds.map((payId) => ({ ...address, date: kstDate(now), overseas: { ...overseas, payId } }))
}

/** A link may be paid by either means, so it is looked for under both. */
function placesOf(row: CheckoutRow, now: number): readonly (readonly [date: string, type: 'card' | 'transfer'])[] {
  const types = row.method === 'link' && row.paidAt === null ? (['card', 'transfer'] as const) : [row.payType]
  return daysOf(row, now).flatMap((date) => types.map((type) => [date, type] as const))
}

/**
 * The gateway files a payment under its Korean day. An attempt around midnight may be on either side; a window in which
 * nobody knows when it was paid may be on any day since it was prepared.
 */
function daysOf(row: CheckoutRow, now: number): readonly string[] {
  if (row.chargedDate !== null) return [row.chargedDate]
  const { attemptedAt, createdAt } = row
  if (attemptedAt !== null) {
    const moments = [attemptedAt, createdAt, attemptedAt + FIVE_MINUTES]
    return [...new Set(moments.filter((moment) => moment <= now + FIVE_MINUTES).map(kstDate))]
  }
  // A window is open for minutes, on the day it was prepared or the next; a link works for as long as the shop said.
  if (row.method === 'link') return linkDays(row, now)
  return [...new Set([createdAt, Math.min(createdAt + DAY, now)].map(kstDate))]
}

/** So many lookups are left when a link has ended; together they must see every day. */
const LAST_CHECKS = 12
const MOST_OLDER_DAYS = 10

/**
 * Each check asks about today and yesterday, and about older days in turn, so that one paid while nobody asked is found, and a year-long
 * link costs no more questions than one of a week.
 */
function linkDays({ createdAt, expiresAt, checks }: CheckoutRow, now: number): readonly string[] {
  const first = kstDate(createdAt)
  const ended = now > expiresAt + LINK_GRACE_MS
  const last = ended ? expiresAt + LINK_GRACE_MS : now
  const all = Array.from({ length: Math.ceil((last - createdAt) / DAY) + 1 }, (_, back) => kstDate(last - back * DAY))
  const [recent, older] = [all.slice(0, 2), all.slice(2)]
  const share = Math.min(ended ? Math.ceil(older.length / LAST_CHECKS) : 1, MOST_OLDER_DAYS, older.length)
  const turn = Array.from({ length: share }, (_, step) => older[(checks * share + step) % older.length])
  return [...new Set([...recent, ...turn.filter((day) => day !== undefined)])].filter((day) => day >= first)
}
