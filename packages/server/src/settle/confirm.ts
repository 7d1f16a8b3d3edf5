import { KNOWN_CONFIRM_PATHS, resultCode } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { newClaimToken } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { isPayment } from '../ledger/rules.ts'
import { fromOf, isSettled } from '../ledger/transitions.ts'
import { readCharge } from './charge.ts'
import type { Charge } from './charge.ts'
import type { ConfirmKeys } from './check-evidence.ts'
import { conclude } from './conclude.ts'
import { findCharge } from './find-charge.ts'
import { isInDoubt, lookInto, takePlace } from './look-into.ts'
import { OID, plain } from './plain.ts'
import { recordDeclined, recordDoubt } from './record.ts'

/**
 * Takes the money of a CERT result: claims the order's one place, then confirms exactly once. Whatever comes back is either
 * clear or a doubt that only lookups resolve.
 */
export async function confirmPayment(
  context: Context,
  row: CheckoutRow,
  keys: ConfirmKeys,
  actor: Actor,
): Promise<void> {
  const { ledger, world, timeouts } = context.settings
  const now = world.clock()
  const claim = { claimToken: newClaimToken(world), claimUntil: now + timeouts.leaseMs, attemptedAt: now }
  const claimed = await ledger.move({
    id: row.id,
    from: fromOf(row),
    to: 'approving',
    at: now,
    unclaimed: true,
    // A closed window may still pay, but not behind the back of a newer attempt.
    newest: row.state === 'canceled',
    set: claim,
    event: { name: 'approving', actor, detail: { status: 'success', total: row.amount } },
  })
  if (claimed !== 'moved') return
  const held: CheckoutRow = { ...row, ...claim, state: 'approving' }
  const reply = await context.gateway.confirm(keys.path, keys)
  if (reply.kind === 'not-sent') {
    await recordDeclined(context, held, { code: 'GATEWAY_UNREACHABLE' }, actor)
  } else if (reply.kind === 'lost') {
    await doubtAndLook(context, held, 'answer_lost', reply.reason, actor)
  } else if (reply.answer.status === 'success') {
    await believe(context, held, keys.path, reply.answer, actor)
  } else {
    await refuse(context, held, reply.answer, actor)
  }
}

/** Written on a row whose charge was confirmed with the result of another one. */
const CHARGED_ELSEWHERE = 'charged_elsewhere'

/** The gateway says "approved". Compared again before anybody is told. */
async function believe(
  context: Context,
  row: CheckoutRow,
  path: string,
  answer: PaymentResult,
  actor: Actor,
): Promise<void> {
  const charge = readCharge(answer, row.attemptedAt ?? row.updatedAt)
  if (charge === undefined) return doubtAndLook(context, row, 'answer_incomplete', 'incomplete', actor)
  // The path came through the browser. An address nobody documents might say "success" to anything.
  const documented = KNOWN_CONFIRM_PATHS.includes(path)
  if (charge.oid !== row.oid) await passOn(context, row, charge, documented, actor)
  else if (documented) await conclude(context, row, charge, actor)
  if (!documented) await doubtAndLook(context, row, 'confirm_path_unknown', 'confirm-path', actor)
}

/**
 * A confirm answered with another order number: keys of another payment were slipped in. A charge belongs to the row whose
 * number it carries (decisions/016), so that row is settled by its own amount, and this one charged nothing. A number that no
 * row here knows may be a payment of another ledger of the same partner: it is reported, never returned.
 */
async function passOn(
  context: Context,
  row: CheckoutRow,
  charge: Charge,
  documented: boolean,
  actor: Actor,
): Promise<void> {
  const { ledger, world } = context.settings
  const oid = plain(charge.oid, OID)
  const detail = { oid, total: charge.total }
  await ledger.note(row.id, world.clock(), { name: 'foreign_charge', actor, detail })
  // First, because the charge may belong to another attempt of this very order, which then needs the place.
  if (documented) await recordDeclined(context, row, { code: 'RESULT_MISMATCH', field: 'PCD_PAY_OID' }, actor)
  const owner = await ledger.findByOid(row.scope, charge.oid)
  if (owner === undefined || !isPayment(owner)) {
    context.log('error', 'foreign-charge', { checkoutId: row.id, orderId: row.orderId, oid })
    return
  }
  if (isSettled(owner)) return
  // Its own confirm may be under way, and may be told "no" because the keys were used here.
  if (documented) await ledger.note(owner.id, world.clock(), { name: CHARGED_ELSEWHERE, actor, detail })
  // What the gateway itself said was charged is in doubt until a lookup finds it, however the attempt ended before.
  const live = documented && !isInDoubt(owner) ? await takePlace(context, owner, charge, actor) : owner
  if (live !== undefined) await lookInto(context, live, actor)
}

/** The gateway says no. Codes that leave room for a charge are looked up before the buyer hears "declined". */
async function refuse(context: Context, row: CheckoutRow, answer: PaymentResult, actor: Actor): Promise<void> {
  const gatewayCode = answer.code
  const kind = resultCode(gatewayCode)?.kind
  // `SPCD1001/3006`: the institution's part explains the refusal, but either part may leave the outcome open.
  const kinds = gatewayCode?.split('/').map((part) => resultCode(part)?.kind) ?? []
  if (kinds.includes('unknown') || kinds.includes('duplicate'))
    return doubtAndLook(context, row, 'answer_doubtful', gatewayCode, actor)
  if (kind === undefined || kind === 'system' || kind === 'success') {
    const finding = await findCharge(context, row)
    if (finding.kind === 'charged') return conclude(context, row, finding.charge, actor)
    if (finding.kind === 'unasked') return doubtAndLook(context, row, 'lookup_unanswered', gatewayCode, actor)
  }
  const events = await context.settings.ledger.events(row.id)
  if (events.some((event) => event.name === CHARGED_ELSEWHERE))
    return doubtAndLook(context, row, 'answer_doubtful', gatewayCode, actor)
  await recordDeclined(context, row, { code: 'PAYMENT_DECLINED', gatewayCode }, actor)
}

async function doubtAndLook(
  context: Context,
  row: CheckoutRow,
  name: string,
  reason: string | undefined,
  actor: Actor,
): Promise<void> {
  const moved = await recordDoubt(context, row, name, actor, { reason })
  if (moved === 'moved')
    await lookInto(context, { ...row, state: 'unknown', claimToken: null, claimUntil: null }, actor)
}
