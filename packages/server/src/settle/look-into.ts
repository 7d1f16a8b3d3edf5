import { isOverseas } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { newClaimToken } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { isPayment } from '../ledger/rules.ts'
import { fromOf } from '../ledger/transitions.ts'
import { CHECKS_WITHOUT_EVIDENCE, LINK_CHECK_MS, LINK_GRACE_MS, nextCheck, UNANSWERED_MS } from './back-off.ts'
import type { Charge } from './charge.ts'
import { conclude } from './conclude.ts'
import { findCharge } from './find-charge.ts'
import type { Finding } from './find-charge.ts'
import { recordDeclined, recordVoided } from './record.ts'

/**
 * Settles an attempt by asking the gateway what happened; never confirms. One process at a time, by claim. What stays
 * inconclusive stays in doubt: nothing automatic ends it (decisions/011).
 *
 * @returns what was found; nothing when somebody else is at it
 *
 * `afresh`: new evidence came in; what was asked before it does not count any more. `payId`: by which id of Payple's somebody says it was paid
 */
export async function lookInto(
  context: Context,
  row: CheckoutRow,
  actor: Actor,
  { afresh = false, payId }: { readonly afresh?: boolean; readonly payId?: string | undefined } = {},
): Promise<Finding['kind'] | undefined> {
  const { ledger, world, timeouts } = context.settings
  const now = world.clock()
  const checks = afresh ? 0 : row.checks
  const claim = { claimToken: newClaimToken(world), claimUntil: now + timeouts.leaseMs, checks }
  const taken = await ledger.move({
    id: row.id,
    from: [row.state],
    to: row.state,
    at: now,
    unclaimed: true,
    set: claim,
  })
  if (taken !== 'moved') return undefined
  // Read again: the process that had the claim may have sent meanwhile.
  const held: CheckoutRow = (await ledger.find(row.id)) ?? { ...row, ...claim }
  if (wasNeverCharged(held)) {
    await recordDeclined(context, held, { code: 'GATEWAY_UNREACHABLE' }, actor)
    return undefined
  }
  const due = afresh || (row.nextCheckAt !== null && row.nextCheckAt <= now)
  if (isVoidUnreported(held)) {
    await giveUp(context, held, actor, { answered: true, due })
    return undefined
  }
  const finding = await findCharge(context, held, payId)
  switch (finding.kind) {
    case 'charged': {
      const live = isInDoubt(held) ? held : await takePlace(context, held, finding.charge, actor)
      if (live !== undefined) await conclude(context, live, finding.charge, actor)
      break
    }
    case 'returned':
      if (!isInDoubt(held)) await giveUp(context, held, actor, { answered: true, due })
      else if (held.voidReason === null) await recordDeclined(context, held, { code: 'PAYMENT_REFUNDED' }, actor)
      else await recordVoided(context, held, 'voided', actor, { total: finding.charge.total })
      break
    case 'partly-returned': {
      // The order's place is held until a person has decided, or the buyer would pay a second time.
      const live = isInDoubt(held) ? held : await takePlace(context, held, finding.charge, actor)
      if (live !== undefined) await giveUp(context, live, actor, { answered: true, due })
      break
    }
    case 'inconclusive':
    case 'unasked':
      await giveUp(context, held, actor, { answered: finding.kind === 'inconclusive', due })
      break
    default:
      return finding satisfies never
  }
  return finding.kind
}

/**
 * A `PAY` success: the order's place is held before the gateway is asked, so that no second window takes money meanwhile.
 */
export async function holdPlace(context: Context, row: CheckoutRow, actor: Actor, payId?: string): Promise<void> {
  const { ledger, world } = context.settings
  const now = world.clock()
  if (isInDoubt(row)) {
    await lookInto(context, row, actor, { payId })
    return
  }
  // A replaced attempt may be surplus; lookInto judges that before it takes the place.
  if (row.state === 'expired') {
    await lookInto(context, row, actor, { afresh: true, payId })
    return
  }
  const set = { attemptedAt: now, nextCheckAt: now }
  const event = { name: 'approving', actor, detail: { status: 'success' } }
  const moved = await ledger.move({
    id: row.id,
    from: fromOf(row),
    to: 'approving',
    at: now,
    unclaimed: true,
    set,
    event,
  })
  if (moved === 'stale') return
  await lookInto(context, moved === 'moved' ? { ...row, ...set, state: 'approving' } : row, actor, {
    afresh: true,
    payId,
  })
}

/** Whether a `PAY` attempt may have charged and the gateway has not been heard about it yet. */
export function isUnanswered(row: CheckoutRow): boolean {
  return row.work === 'PAY' && row.checks === 0 && row.nextCheckAt !== null
}

/**
 * A charge whose process died before it was sent: `attemptedAt` is written in between, on condition of the claim, so a process
 * that wakes up again finds that it lost the row and sends nothing.
 */
function wasNeverCharged(row: CheckoutRow): boolean {
  return row.work === 'CHARGE' && row.state === 'approving' && row.attemptedAt === null
}

/**
 * A wrong charge of an overseas card whose cancel was sent. A lookup goes on showing the payment (docs/protocol/overseas.md 5.4) and would have it
 * cancelled twice; the CANCEL webhook or a person ends it.
 */
function isVoidUnreported(row: CheckoutRow): boolean {
  return isOverseas(row.method) && row.voidReason !== null && row.chargedTotal !== null
}

/** Whether the row says that money may have moved. */
export function isInDoubt(row: CheckoutRow): boolean {
  return row.state === 'approving' || row.state === 'unknown'
}

/**
 * Money moved in a window whose attempt had not reached the companion. It takes the order's place when that is free and the
 * order is still the same; otherwise it is surplus and must go back.
 */
export async function takePlace(
  context: Context,
  row: CheckoutRow,
  charge: Charge,
  actor: Actor,
): Promise<CheckoutRow | undefined> {
  const { ledger, world } = context.settings
  const replaced = row.state === 'expired' && !(await isStillWanted(context, row))
  const step = { id: row.id, from: fromOf(row), at: world.clock(), token: row.claimToken ?? undefined }
  const set = { attemptedAt: row.attemptedAt ?? charge.at, voidReason: replaced ? ('superseded' as const) : null }
  const moved = await ledger.move({ ...step, to: 'approving', set, event: { name: 'charge_found', actor } })
  if (moved === 'moved') return { ...row, ...set, state: 'approving' }
  if (moved === 'stale') return undefined
  const surplus = { ...set, voidReason: 'duplicate' as const }
  const noted = await ledger.move({
    ...step,
    to: 'unknown',
    set: surplus,
    event: { name: 'second_charge_found', actor },
  })
  return noted === 'moved' ? { ...row, ...surplus, state: 'unknown' } : undefined
}

async function isStillWanted({ settings }: Context, row: CheckoutRow): Promise<boolean> {
  const attempts = await settings.ledger.attempts(row.scope, row.orderId)
  const newest = attempts.find(isPayment)
  return newest?.amount === row.amount && newest.currency === row.currency
}

/**
 * Gives the claim back and says when to ask again. A silent `PAY` window is not asked about for ever; only answered checks
 * that were due use its tries up, and the first one.
 */
async function giveUp(
  { settings, log }: Context,
  row: CheckoutRow,
  actor: Actor,
  { answered, due }: { readonly answered: boolean; readonly due: boolean },
): Promise<void> {
  const { ledger, world } = settings
  const now = world.clock()
  const doubt = isInDoubt(row)
  const counts = doubt || (answered && (due || row.checks === 0))
  const checks = counts ? row.checks + 1 : row.checks
  const later = answered || doubt ? nextCheck(now, row.checks) : now + UNANSWERED_MS
  const nextCheckAt =
    row.method === 'link' && !doubt && now < row.expiresAt + LINK_GRACE_MS
      ? now + LINK_CHECK_MS
      : answered && !doubt && !due
        ? row.nextCheckAt
        : // In any other window nothing moves without us.
          doubt || (row.work === 'PAY' && (!answered || checks < CHECKS_WITHOUT_EVIDENCE))
          ? later
          : null
  await ledger.move({
    id: row.id,
    from: [row.state],
    to: doubt ? 'unknown' : row.state,
    at: now,
    token: row.claimToken ?? undefined,
    set: { claimToken: null, claimUntil: null, checks, nextCheckAt },
    ...(row.state === 'approving' ? { event: { name: 'lookup_inconclusive', actor } } : {}),
  })
  if (doubt) log('warn', 'doubt', { checkoutId: row.id, orderId: row.orderId, oid: row.oid, reason: 'inconclusive' })
}
