import type { BillingKeyInfo, PaymentResult } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { refOf } from '../billing-keys/ref-of.ts'
import { newBillingKeyId } from '../ids.ts'
import type { CheckoutRow, CheckoutState } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import type { Settled } from '../outbox/settled.ts'
import type { Refusal } from './check-evidence.ts'

const FROM: readonly CheckoutState[] = ['created', 'opened', 'canceled']
const UNVERIFIED: Refusal = { code: 'REGISTRATION_UNVERIFIED', field: 'PCD_PAYER_ID' }

/**
 * Stores a registered card. The key came through the browser, so the gateway is asked whether it exists before it is kept. A
 * card that was registered before ("기 인증고객", docs/protocol/domestic.md 3.9) is a success and gives its existing reference, but
 * only to the order that registered it: whoever has seen a key could otherwise have the card of somebody else.
 */
export async function registerCard(
  context: Context,
  row: CheckoutRow,
  evidence: PaymentResult,
  actor: Actor,
): Promise<Refusal | undefined> {
  const { vault, gateway, settings } = context
  const { payerId } = evidence
  if (vault === undefined) return { code: 'BILLING_KEYS_NOT_CONFIGURED', field: 'billingKeys' }
  if (payerId === undefined) return { code: 'RESULT_UNREADABLE', field: 'PCD_PAYER_ID' }
  const reply = await gateway.billingKey(payerId)
  if (reply.kind !== 'answer' || reply.answer.status !== 'success' || reply.answer.payerId !== payerId)
    return UNVERIFIED

  // Two tries: another registration of the same card may be written between finding none and storing ours.
  for (const _ of [1, 2]) {
    const marks = await vault.fingerprints(payerId)
    const known = await settings.ledger.findBillingKey(row.scope, marks)
    // Payple said it removed the key, and still knows it: whoever saw it must not get the card by that.
    const left = known ?? (await settings.ledger.findRemovedByGateway(row.scope, marks))
    if (left !== undefined && left.orderId !== row.orderId) return elsewhere(context, row, left, actor)
    const key = known ?? (await seal(context, row, payerId, reply.answer))
    const moved = await settings.ledger.move({
      id: row.id,
      from: FROM,
      to: 'registered',
      at: settings.world.clock(),
      set: { billingKeyId: key.id, claimToken: null, claimUntil: null },
      event: { name: known === undefined ? 'registered' : 'registered_again', actor },
      message: { payload: JSON.stringify(settled(row, key)) },
      ...(known === undefined ? { billingKey: key } : {}),
    })
    if (moved === 'moved') break
  }
  return undefined
}

/** A key that another order registered. Who that was is for the shop to see, never for the browser. */
async function elsewhere(
  { settings, log }: Context,
  row: CheckoutRow,
  { checkoutId: first }: SealedBillingKey,
  actor: Actor,
): Promise<Refusal> {
  await settings.ledger.note(row.id, settings.world.clock(), { name: 'registered_elsewhere', actor, detail: { first } })
  log('warn', 'registered-elsewhere', { checkoutId: row.id, orderId: row.orderId, first })
  return { code: 'REGISTERED_ELSEWHERE', field: 'PCD_PAYER_ID' }
}

async function seal(
  { vault, settings }: Context,
  row: CheckoutRow,
  payerId: string,
  answer: BillingKeyInfo,
): Promise<SealedBillingKey> {
  const id = newBillingKeyId(settings.world)
  const sealed = await (vault as NonNullable<typeof vault>).seal(id, payerId)
  return {
    id,
    ...sealed,
    scope: row.scope,
    payType: row.payType,
    product: 'domestic',
    checkoutId: row.id,
    orderId: row.orderId,
    cardName: answer.issuerName ?? null,
    cardNumber: answer.maskedNumber ?? null,
    createdAt: settings.world.clock(),
    removedAt: null,
    removedBy: null,
  }
}

function settled(row: CheckoutRow, key: SealedBillingKey): Settled {
  return {
    id: `${row.id}.registered`,
    type: 'registered',
    orderId: row.orderId,
    checkoutId: row.id,
    billingKey: refOf(key),
  }
}
