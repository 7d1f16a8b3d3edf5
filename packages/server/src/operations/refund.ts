import { formatMoney, parseAmount } from '@payple-kit/core'
import type { Payment, PaypleError } from '@payple-kit/core'
import * as v from 'valibot'

import type { Context } from '../context.ts'
import { serverError } from '../errors.ts'
import type { ServerErrorCode } from '../errors.ts'
import { newClaimToken, newRefundId } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { RefundRow } from '../ledger/refund-row.ts'
import { isPayment } from '../ledger/rules.ts'
import { isPaid } from '../ledger/transitions.ts'
import { deliver } from '../outbox/deliver.ts'
import { paymentOf } from '../settle/payment-of.ts'
import { requestHash, sharing, whileClaimed } from './idempotency.ts'
import { FIELDS, readInput } from './read-input.ts'
import { noteRefunds } from './lookup.ts'
import { lookIntoRefund } from './look-into-refund.ts'
import { refundOf } from './refund-of.ts'
import type { Refund } from './refund-of.ts'
import { sendRefund } from './send-refund.ts'

/** Input of `payments.refund`. */
export interface RefundInput {
  readonly orderId: string
  /**
   * What to give back: won as a whole number, dollars as a text such as `'19.90'`. Default: all that is left. Less than the payment is a
   * partial refund, which Payple's test account refuses.
   */
  readonly amount?: number | string | undefined
  /** VAT part of the refund, whole won; for mixed orders (docs/protocol/domestic.md 7.2). A full refund of one needs none: the payment's is used. */
  readonly vat?: number | undefined
  /** 1 to 200 visible ASCII characters; the same one for every try of the same refund. */
  readonly idempotencyKey: string
  /** Who or why; kept in the payment's history. No personal data. */
  readonly note?: string | undefined
}

/** How a refund ended. `failed`: nothing was given back. `unknown`: ask again with the same key; nothing is given back twice. */
export type RefundOutcome =
  | { readonly status: 'refunded'; readonly refund: Refund; readonly payment: Payment }
  | { readonly status: 'failed'; readonly error: PaypleError; readonly refund?: Refund | undefined }
  | { readonly status: 'unknown'; readonly refund: Refund }

const schema = v.strictObject({
  orderId: FIELDS.orderId,
  amount: v.optional(FIELDS.amount),
  vat: v.optional(FIELDS.vat),
  idempotencyKey: FIELDS.idempotencyKey,
  note: v.optional(FIELDS.note),
})

/** Builds `refund`. Written down before Payple hears of it; one at a time per payment. */
export function createRefund(context: Context): (input: RefundInput) => Promise<RefundOutcome> {
  const share = sharing<RefundOutcome>()
  return async (input) => {
    const checked = readInput('payments.refund', schema, input)
    const { idempotencyKey, note: _note, ...what } = checked
    const hash = await requestHash(what)
    return share(`${idempotencyKey} ${hash}`, () => refund(context, checked, hash))
  }
}

async function refund(context: Context, input: RefundInput, hash: string): Promise<RefundOutcome> {
  const { ledger, scope, world, timeouts } = context.settings
  const found = (await ledger.attempts(scope, input.orderId)).find((row) => isPayment(row) && isPaid(row))
  if (found === undefined) return failed('ORDER_NOT_PAID')
  // What somebody gave back in partner admin must be known first: if this refund's answer is lost, its amount alone would look like ours.
  const isRepeat = (await ledger.refunds(found.id)).some((each) => each.idempotencyKey === input.idempotencyKey)
  if (!isRepeat) await noteRefunds(context, found, 'merchant')
  const paid = (await ledger.find(found.id)) ?? found
  const now = world.clock()
  const amount =
    input.amount === undefined ? paid.amount - paid.refundedTotal : parseAmount(input.amount, paid.currency)
  if (typeof amount !== 'number' || (amount === 0 && input.amount !== undefined))
    return failed('AMOUNT_INVALID', {
      field: 'amount',
      rule: typeof amount === 'number' ? 'more than nothing' : amount.rule,
    })
  if (input.vat !== undefined && input.vat > amount)
    return failed('REFUND_TOO_MUCH', { field: 'vat', rule: `at most ${amount} won` })
  const started = await ledger.startRefund(
    {
      id: newRefundId(world),
      scope,
      checkoutId: paid.id,
      // Nothing left: the ledger still has to tell a repeated call from a new one.
      amount: Math.max(amount, 1),
      vat: input.vat ?? (amount === paid.amount ? paid.vat : null),
      idempotencyKey: input.idempotencyKey,
      requestHash: hash,
      note: input.note ?? null,
      claimToken: newClaimToken(world),
      claimUntil: now + 2 * timeouts.authMs + timeouts.leaseMs,
      createdAt: now,
    },
    { name: 'refund_started', actor: 'merchant', detail: { total: amount, note: input.note } },
  )
  switch (started.kind) {
    case 'not-paid':
      return failed('ORDER_NOT_PAID')
    case 'too-much':
      return failed('REFUND_TOO_MUCH', {
        field: 'amount',
        rule:
          started.left === 0
            ? 'nothing is left to refund'
            : `at most ${paid.currency === 'KRW' ? `${started.left} won` : formatMoney(started.left, paid.currency)}`,
      })
    case 'busy':
      return failed('REFUND_BUSY')
    case 'same':
      if (started.row.requestHash !== hash) return failed('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey' })
      return finish(context, started.row)
    case 'new':
      await sendRefund(context, paid, started.row)
      return finish(context, started.row)
    default:
      return started satisfies never
  }
}

/** The answer to give, after waiting for a process that is still at it and looking into a doubt that is due. */
async function finish(context: Context, started: RefundRow): Promise<RefundOutcome> {
  const { ledger, world } = context.settings
  const read = async (): Promise<RefundRow> => (await ledger.refund(started.id)) ?? started
  let row = await whileClaimed(world, read, isFinal)
  if (!isFinal(row) && (row.nextCheckAt ?? 0) <= world.clock()) {
    await lookIntoRefund(context, row, 'merchant')
    row = await read()
  }
  await deliver(context, row.checkoutId)
  const payment = (await ledger.find(row.checkoutId)) as CheckoutRow
  const told = refundOf(row, payment)
  if (row.state === 'done') return { status: 'refunded', refund: told, payment: paymentOf(payment) }
  if (row.state !== 'failed') return { status: 'unknown', refund: told }
  const code = (row.failureCode ?? 'REFUND_REFUSED') as ServerErrorCode
  return { status: 'failed', error: serverError(code, { gatewayCode: row.gatewayCode ?? undefined }), refund: told }
}

function isFinal({ state }: RefundRow): boolean {
  return state === 'done' || state === 'failed'
}

function failed(code: ServerErrorCode, details?: { readonly field?: string; readonly rule?: string }): RefundOutcome {
  return { status: 'failed', error: serverError(code, details) }
}
