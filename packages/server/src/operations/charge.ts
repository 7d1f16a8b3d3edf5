import type { CheckoutOutcome } from '@payple-kit/core'
import * as v from 'valibot'

import { keepAnsweredKey } from '../billing-keys/replace-key.ts'
import type { Context } from '../context.ts'
import { serverError } from '../errors.ts'
import type { ServerErrorCode } from '../errors.ts'
import { newCheckoutId, newClaimToken, newOid } from '../ids.ts'
import type { SealedBillingKey } from '../ledger/billing-key-row.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Actor } from '../ledger/ledger-event.ts'
import { readOrder } from '../order.ts'
import type { Order, ReadOrder } from '../order.ts'
import { deliver } from '../outbox/deliver.ts'
import { isInDoubt, lookInto } from '../settle/look-into.ts'
import { lookIntoSilentAttempts } from '../settle/silent-attempts.ts'
import { outcomeOf } from '../settle/outcome-of.ts'
import { recordDeclined } from '../settle/record.ts'
import { addressOf } from '../settle/address-of.ts'
import { takeAnswer } from '../settle/take-answer.ts'
import { chargeOf, orderRefusal, overseasRefusal } from './charge-of.ts'
import { requestHash, sharing, whileClaimed } from './idempotency.ts'
import { FIELDS, readInput } from './read-input.ts'

/** Input of `billingKeys.charge`. */
export interface ChargeInput {
  /** Reference of the registered card or account, `bk_…`. */
  readonly billingKey: string
  /** The shop's order this charge pays. One order is paid once, whatever the idempotency key. */
  readonly orderId: string
  /** What is charged: goods, total (card from 100 won, account from 1,000; dollars for an overseas card), payer, tax, cash receipt. */
  readonly order: Order
  /** 1 to 200 visible ASCII characters; the same one for every try of the same charge. */
  readonly idempotencyKey: string
  /**
   * `yyyyMM`: Payple's once-a-month guard (docs/protocol/domestic.md 6.1). A second charge of this billing key for the month is refused with
   * `MONTHLY_GUARD`. Default: no guard, for two charges a month and more.
   */
  readonly month?: string | undefined
  /**
   * CVC of an overseas card, 3 or 4 digits, for accounts of which Payple demands it (docs/protocol/overseas.md 5.1). Sent once, never stored, and no part of
   * what the idempotency key stands for.
   */
  readonly securityCode?: string | undefined
}

/** How a charge ended. `failed`: nothing was charged. `unknown`: ask again with the same key; nothing is charged twice. */
export type ChargeOutcome = Extract<CheckoutOutcome, { status: 'paid' | 'failed' | 'unknown' }>

/** Charges a billing key. */
export type Charge = (input: ChargeInput) => Promise<ChargeOutcome>

const schema = v.strictObject({
  billingKey: FIELDS.billingKey,
  orderId: FIELDS.orderId,
  order: v.custom<Order>((value) => typeof value === 'object' && value !== null, 'an order { goods, total, currency }'),
  idempotencyKey: FIELDS.idempotencyKey,
  month: v.optional(FIELDS.month),
  securityCode: v.optional(FIELDS.securityCode),
})

/** Builds `charge`. The row is written before Payple hears of it, so a process that dies leaves a doubt, never a surprise. */
export function createCharge(context: Context): Charge {
  const share = sharing<ChargeOutcome>()
  return async (input) => {
    const checked = readInput('billingKeys.charge', schema, input)
    const hash = await chargeHash(checked)
    return share(`${checked.idempotencyKey} ${hash}`, () => charge(context, checked, hash))
  }
}

/** Of what decides about money. A repeated call may name another phone number, and is still the same charge. */
export function chargeHash(input: Omit<ChargeInput, 'idempotencyKey'>): Promise<string> {
  const { billingKey, orderId, month, order } = input
  const { total, currency, tax } = order
  return requestHash({ billingKey, orderId, month, total, currency, tax })
}

async function charge(context: Context, input: ChargeInput, hash: string): Promise<ChargeOutcome> {
  const { ledger, scope, world, timeouts } = context.settings
  const key = await ledger.billingKey(input.billingKey)
  if (context.vault === undefined) return failed('BILLING_KEYS_NOT_CONFIGURED')
  if (key === undefined || key.scope !== scope) return failed('BILLING_KEY_NOT_FOUND')
  // A repeated call still gets its first answer, so a removed key is no reason to turn it away here.
  const overseas = key.product === 'overseas'
  if (overseas && context.overseas === undefined) return failed('OVERSEAS_NOT_CONFIGURED')
  const read = readOrder(input.order, overseas ? 'overseas' : key.payType)
  if ('field' in read) return failed('ORDER_INVALID', read)

  const { order } = read
  const refused = overseas ? overseasRefusal(input) : orderRefusal(key.payType, order, input.month)
  if (refused !== undefined) return failed('ORDER_INVALID', refused)
  await lookIntoSilentAttempts(context, input.orderId, 'merchant')
  const now = world.clock()
  const { kind, row } = await ledger.start(
    {
      id: newCheckoutId(world),
      scope,
      orderId: input.orderId,
      oid: newOid(world),
      method: overseas ? 'overseas-billing-key' : 'billing-key',
      work: 'CHARGE',
      payType: key.payType,
      goods: order.goods,
      amount: order.total,
      currency: order.currency,
      vat: !overseas && order.tax !== undefined && 'vat' in order.tax ? order.tax.vat : null,
      createdAt: now,
      expiresAt: now + timeouts.leaseMs,
      guardMonth: input.month ?? null,
      billingKeyId: key.id,
      idempotencyKey: input.idempotencyKey,
      requestHash: hash,
      state: 'approving',
      claimToken: newClaimToken(world),
      // Authentication (twice), the charge, and a lookup of a doubtful answer all happen under one claim.
      claimUntil: now + 2 * timeouts.authMs + timeouts.leaseMs,
      attemptedAt: null,
    },
    { name: 'charge_started', actor: 'merchant', detail: { billingKey: key.id, total: order.total } },
  )
  if (kind === 'same' && row.requestHash !== hash) return failed('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey' })
  // The place is held for good: paying again what was given back is a new order.
  if (kind === 'live' && row.state === 'refunded') return failed('ORDER_REFUNDED')
  if (kind === 'new') await send(context, row, key, order, input.securityCode)
  return finish(context, row)
}

/** Authenticates, writes down that the charge leaves now, and sends it once. */
async function send(
  context: Context,
  row: CheckoutRow,
  key: SealedBillingKey,
  order: ReadOrder,
  securityCode: string | undefined,
): Promise<void> {
  const { gateway, vault, settings } = context
  const actor: Actor = 'merchant'
  if (key.removedAt !== null) {
    await recordDeclined(context, row, { code: 'BILLING_KEY_REMOVED' }, actor)
    return
  }
  const payerId = await (vault as NonNullable<typeof vault>).open(key)
  const beforeSend = async (): Promise<boolean> => {
    const at = settings.world.clock()
    const sent = await settings.ledger.move({
      id: row.id,
      from: ['approving'],
      to: 'approving',
      at,
      token: row.claimToken ?? undefined,
      set: { attemptedAt: at },
      event: { name: 'charge_sent', actor },
    })
    return sent === 'moved'
  }
  const { overseas } = addressOf(settings, row)
  const reply =
    overseas !== undefined && context.overseas !== undefined
      ? await context.overseas.charge(
          { ...overseas, oid: row.oid, billingKey: payerId, amount: row.amount, payer: order.payer, securityCode },
          beforeSend,
        )
      : await gateway.charge(
          { ...chargeOf(row.payType, order, row.guardMonth ?? undefined), payerId, oid: row.oid },
          beforeSend,
        )
  if (overseas !== undefined) await keepAnsweredKey(context, key, { oid: row.oid, payerId }, reply)
  const current = (await settings.ledger.find(row.id)) ?? row
  await takeAnswer(context, current, reply, actor, { documented: true })
}

/** The answer to give: what is known now, after waiting for a process that is still at it and looking into a doubt that is due. */
async function finish(context: Context, started: CheckoutRow): Promise<ChargeOutcome> {
  const { ledger, world } = context.settings
  const read = async (): Promise<CheckoutRow> => (await ledger.find(started.id)) ?? started
  let row = await whileClaimed(world, read, (each) => !isInDoubt(each))
  if (isInDoubt(row) && (row.nextCheckAt ?? 0) <= world.clock()) {
    await lookInto(context, row, 'merchant')
    row = await read()
  }
  await deliver(context, row.id)
  const outcome = await outcomeOf(context, row)
  return outcome?.status === 'paid' || outcome?.status === 'failed'
    ? outcome
    : { status: 'unknown', checkoutId: row.id }
}

function failed(code: ServerErrorCode, details?: { readonly field?: string; readonly rule?: string }): ChargeOutcome {
  return { status: 'failed', error: serverError(code, details) }
}
