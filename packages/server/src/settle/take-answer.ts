import { isKeyRemoved, resultCode } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { Operated } from '../gateway/gateway.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { isPayment } from '../ledger/rules.ts'
import { isSettled } from '../ledger/transitions.ts'
import { raise } from '../attention/raise.ts'
import { removeKey } from '../billing-keys/remove-key.ts'
import { readCharge } from './charge.ts'
import type { Charge } from './charge.ts'
import { conclude } from './conclude.ts'
import { findCharge } from './find-charge.ts'
import { isInDoubt, lookInto, takePlace } from './look-into.ts'
import { OID, plain } from './plain.ts'
import { recordDeclined, recordDoubt } from './record.ts'

/**
 * What the only call that takes the money of an attempt came to: a confirm, or the charge of a billing key. Either clear, or a
 * doubt that only lookups resolve.
 *
 * `documented`: whether the address is one that the documents or `auth.php` itself name
 */
export async function takeAnswer(
  context: Context,
  row: CheckoutRow,
  reply: Operated<PaymentResult>,
  actor: Actor,
  { documented }: { readonly documented: boolean },
): Promise<void> {
  switch (reply.kind) {
    case 'refused':
      await recordDeclined(context, row, { code: 'AUTH_REFUSED', gatewayCode: reply.gatewayCode }, actor)
      return
    case 'not-sent':
      await recordDeclined(context, row, { code: 'GATEWAY_UNREACHABLE' }, actor)
      return
    case 'lost':
      await doubtAndLook(context, row, 'answer_lost', reply.reason, actor)
      return
    case 'answer':
      if (reply.answer.status === 'success') await believe(context, row, reply.answer, actor, documented)
      else await refuse(context, row, reply.answer, actor)
      return
    default:
      reply satisfies never
  }
}

/** Written on a row whose charge was confirmed with the result of another one. */
const CHARGED_ELSEWHERE = 'charged_elsewhere'

/** The gateway says "approved". Compared again before anybody is told. */
async function believe(
  context: Context,
  row: CheckoutRow,
  answer: PaymentResult,
  actor: Actor,
  documented: boolean,
): Promise<void> {
  const charge = readCharge(answer, row.attemptedAt ?? row.updatedAt)
  if (charge === undefined) return doubtAndLook(context, row, 'answer_incomplete', 'incomplete', actor)
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
  const owner = await ledger.findByOid(row.scope, charge.oid)
  // Nobody can slip keys into the charge of a saved card: its own money moved, or it did not, and only lookups tell.
  if (row.work === 'CHARGE') await doubtAndLook(context, row, 'answer_doubtful', 'other-order-number', actor)
  // First, because the charge may belong to another attempt of this very order, which then needs the place.
  else if (documented) await settleOwn(context, row, owner, actor)
  if (owner === undefined || !isPayment(owner)) {
    context.log('error', 'foreign-charge', { checkoutId: row.id, orderId: row.orderId, oid })
    await raise(context, { kind: 'foreign-charge', subject: row.id, orderId: row.orderId, detail: oid })
    return
  }
  if (isSettled(owner)) return
  // Its own confirm may be under way, and may be told "no" because the keys were used here.
  if (documented) await ledger.note(owner.id, world.clock(), { name: CHARGED_ELSEWHERE, actor, detail })
  // What the gateway itself said was charged is in doubt until a lookup finds it, however the attempt ended before.
  const live = documented && !isInDoubt(owner) ? await takePlace(context, owner, charge, actor) : owner
  if (live !== undefined) await lookInto(context, live, actor)
}

/**
 * Nothing was charged under this row's own number, unless the gateway itself shows it. When the number has no owner here, nothing says
 * that keys were slipped in: something was approved, and the row stays in doubt until a lookup finds it or a person decides.
 */
async function settleOwn(
  context: Context,
  row: CheckoutRow,
  owner: CheckoutRow | undefined,
  actor: Actor,
): Promise<void> {
  const own = await findCharge(context, row)
  if (own.kind === 'charged') await conclude(context, row, own.charge, actor)
  else if (own.kind === 'partly-returned' || owner === undefined)
    await doubtAndLook(context, row, 'answer_doubtful', 'other-order-number', actor)
  else await recordDeclined(context, row, { code: 'RESULT_MISMATCH', field: 'PCD_PAY_OID' }, actor)
}

/** The gateway says no. Codes that leave room for a charge are looked up before the buyer hears "declined". */
async function refuse(context: Context, row: CheckoutRow, answer: PaymentResult, actor: Actor): Promise<void> {
  const gatewayCode = answer.code
  const kind = resultCode(gatewayCode)?.kind
  // `SPCD1001/3006`: the institution's part explains the refusal, but either part may leave the outcome open.
  const kinds = gatewayCode?.split('/').map((part) => resultCode(part)?.kind) ?? []
  const guarded = kinds.includes('guard') || (row.guardMonth !== null && MAYBE_GUARD.test(gatewayCode ?? ''))
  if (kinds.includes('unknown') || (kinds.includes('duplicate') && !guarded))
    return doubtAndLook(context, row, 'answer_doubtful', gatewayCode, actor)
  if (guarded || kind === undefined || kind === 'system' || kind === 'success') {
    const finding = await findCharge(context, row)
    if (finding.kind === 'charged') return conclude(context, row, finding.charge, actor)
    if (finding.kind === 'unasked') return doubtAndLook(context, row, 'lookup_unanswered', gatewayCode, actor)
    if (finding.kind === 'partly-returned') return doubtAndLook(context, row, 'answer_doubtful', gatewayCode, actor)
  }
  const events = await context.settings.ledger.events(row.id)
  if (events.some((event) => event.name === CHARGED_ELSEWHERE))
    return doubtAndLook(context, row, 'answer_doubtful', gatewayCode, actor)
  // Payple unregisters a lost, stolen or expired card by itself (6.1).
  if (row.billingKeyId !== null && isKeyRemoved(gatewayCode)) await removeKey(context, row.billingKeyId, 'gateway')
  // The guard's refusal is an ordinary answer to a recurring charge, so it has a code of its own.
  await recordDeclined(context, row, { code: guarded ? 'MONTHLY_GUARD' : 'PAYMENT_DECLINED', gatewayCode }, actor)
}

/**
 * Codes that mean the guard or a used order number (docs/protocol/domestic.md 6.1, 9.8). Our numbers are new and random and every charge is sent once, so
 * for a guarded charge it is the guard; the lookup in between says so if not.
 */
const MAYBE_GUARD = /^(INSERT ERROR|CPAY0202)$/

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
