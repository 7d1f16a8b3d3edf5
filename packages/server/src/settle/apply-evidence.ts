import { isOverseas } from '@payple-kit/core'
import type { PaymentResult } from '@payple-kit/core'

import type { Context } from '../context.ts'
import type { CheckoutRow, CheckoutState } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { OPEN_STATES } from '../ledger/transitions.ts'
import { checkEvidence, confirmKeys, isOthers } from './check-evidence.ts'
import type { Refusal } from './check-evidence.ts'
import { confirmPayment } from './confirm.ts'
import { holdPlace, lookInto } from './look-into.ts'
import { OID, PAY_ID, plain } from './plain.ts'
import { recordDeclined } from './record.ts'
import { registerCard } from './register-card.ts'
import { returnForeign } from './return-foreign.ts'

/** States that a result from the window can still change. `PAY` money may have moved whatever was said before. */
export function takesEvidence(row: CheckoutRow): boolean {
  const states: readonly CheckoutState[] = ['created', 'opened', 'canceled']
  return states.includes(row.state) || (row.work === 'PAY' && (row.state === 'declined' || row.state === 'expired'))
}

/**
 * Acts on a window result. It passed through the browser, so it starts things but proves nothing.
 *
 * @returns why the evidence was refused; the row is unchanged then
 */
export async function applyEvidence(
  context: Context,
  row: CheckoutRow,
  evidence: PaymentResult,
  actor: Actor,
): Promise<Refusal | undefined> {
  const refusal = checkEvidence(row, evidence)
  // Whatever a result says about a window in which money can move, the gateway is asked; so also when a page that was told
  // CERT comes back with PAY.
  const moneyMoved = row.work === 'PAY' || (evidence.work === 'PAY' && evidence.status === 'success')
  if (moneyMoved && evidence.status === 'success' && row.work === 'PAY' && !isOthers(refusal)) {
    await holdPlace(context, row, actor, plain(evidence.tradeNumber, PAY_ID))
    return undefined
  }
  if (isOverseas(row.method) && evidence.status === 'success' && isOthers(refusal))
    await returnForeign(context, row, evidence, actor)
  if (moneyMoved && row.work !== 'AUTH') await lookInto(context, row, actor, { afresh: true })
  if (refusal !== undefined) return refuse(context, row, evidence, refusal, actor)

  if (evidence.status === 'closed') {
    await leave(context, row, 'canceled', 'canceled', actor)
    return undefined
  }
  if (evidence.status === 'error') {
    const why = {
      code: 'PAYMENT_DECLINED',
      gatewayCode: plain(evidence.code, /^[A-Za-z0-9]{1,12}([ /][A-Za-z0-9]{1,12})?$/),
    } as const
    await recordDeclined(context, row, why, actor, OPEN_STATES)
    return undefined
  }
  if (row.work === 'AUTH') {
    const refused = await registerCard(context, row, evidence, actor)
    return refused && refuse(context, row, evidence, refused, actor)
  }
  const keys = confirmKeys(evidence)
  if ('code' in keys) return refuse(context, row, evidence, keys, actor)
  if (context.settings.world.clock() > row.expiresAt + GRACE_MS)
    await leave(context, row, 'expired', 'came_too_late', actor)
  else await confirmPayment(context, row, keys, actor)
  return undefined
}

/** How long after its window was over a CERT result is still confirmed. Later the order may be another one. */
const GRACE_MS = 3_600_000

/** Ends an open attempt in which nothing has moved. One that is canceled already stays so. */
async function leave(
  { settings }: Context,
  row: CheckoutRow,
  to: 'canceled' | 'expired',
  name: string,
  actor: Actor,
): Promise<void> {
  const { ledger, world } = settings
  await ledger.move({ id: row.id, from: OPEN_STATES, to, at: world.clock(), event: { name, actor } })
}

async function refuse(
  { settings, log }: Context,
  row: CheckoutRow,
  evidence: PaymentResult,
  refusal: Refusal,
  actor: Actor,
): Promise<Refusal> {
  const oid = evidence.oid === row.oid ? undefined : plain(evidence.oid, OID)
  const detail = { status: evidence.status, ...refusal, total: evidence.total, oid }
  await settings.ledger.note(row.id, settings.world.clock(), { name: 'evidence_refused', actor, detail })
  log('warn', 'evidence-refused', { checkoutId: row.id, orderId: row.orderId, oid: row.oid, ...refusal })
  return refusal
}
