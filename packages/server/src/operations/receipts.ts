import type { CashReceiptFor, PaypleError } from '@payple-kit/core'
import * as v from 'valibot'

import type { Context } from '../context.ts'
import { serverError } from '../errors.ts'
import type { ServerErrorCode } from '../errors.ts'
import { newClaimToken } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Change } from '../ledger/ledger.ts'
import { isPayment } from '../ledger/rules.ts'
import { isPaid } from '../ledger/transitions.ts'
import { whileClaimed } from './idempotency.ts'
import { FIELDS, readInput } from './read-input.ts'

/** Input of `receipts.issue`. */
export interface ReceiptInput {
  readonly orderId: string
  /** Whole won on the receipt, at most what is left of the payment. Default: all of that. */
  readonly amount?: number | undefined
  /** Whom it is for. Default: the data of the payment. */
  readonly for?: CashReceiptFor | undefined
}

/** How it ended. `unknown`: Payple did not answer clearly; look in partner admin before trying again. */
export type ReceiptOutcome =
  | { readonly status: 'issued'; readonly number: string }
  | { readonly status: 'canceled' }
  | { readonly status: 'failed'; readonly error: PaypleError }
  | { readonly status: 'unknown' }

/** Cash receipts (현금영수증) of transfers. Usually Payple issues them by itself when the order asks for one (docs/protocol/domestic.md 7.1). */
export interface Receipts {
  /** Issues the receipt of a paid transfer. Asked again, it answers the number that is there. */
  issue(input: ReceiptInput): Promise<ReceiptOutcome>
  /** Cancels it. Payple refuses while the receipt is still being filed with the tax office: try the next day. */
  cancel(orderId: string): Promise<ReceiptOutcome>
}

const schema = v.strictObject({
  orderId: FIELDS.orderId,
  amount: v.optional(FIELDS.won),
  for: v.optional(FIELDS.receiptFor),
})

/** Builds the receipt methods. */
export function createReceipts(context: Context): Receipts {
  const { ledger, scope } = context.settings

  async function paidTransfer(orderId: string): Promise<CheckoutRow | ServerErrorCode> {
    const row = (await ledger.attempts(scope, orderId)).find((each) => isPayment(each) && isPaid(each))
    if (row === undefined) return 'ORDER_NOT_PAID'
    return row.payType === 'transfer' ? row : 'RECEIPT_NOT_POSSIBLE'
  }

  return {
    issue: async (input) => {
      const { orderId, amount, for: whom } = readInput('receipts.issue', schema, input)
      const row = await paidTransfer(orderId)
      if (typeof row === 'string') return failed(row)
      if (row.cashReceiptNumber !== null) return { status: 'issued', number: row.cashReceiptNumber }
      const left = row.amount - row.refundedTotal
      if (left === 0) return failed('ORDER_REFUNDED')
      if (amount !== undefined && amount > left)
        return failed('RECEIPT_TOO_MUCH', { field: 'amount', rule: `at most ${left} won` })
      return oneAtATime(context, row, (now) => send(context, now, 'issue', amount ?? left, whom))
    },
    cancel: async (orderId) => {
      const row = await paidTransfer(readInput('receipts.cancel', FIELDS.orderId, orderId))
      if (typeof row === 'string') return failed(row)
      if (row.cashReceiptNumber === null) return failed('RECEIPT_NOT_ISSUED')
      return oneAtATime(context, row, (now) => send(context, now, 'cancel', now.amount))
    },
  }
}

/** One at a time per payment, also across processes: two calls would make two receipts at Payple. */
async function oneAtATime(
  context: Context,
  row: CheckoutRow,
  work: (now: CheckoutRow) => Promise<ReceiptOutcome>,
): Promise<ReceiptOutcome> {
  const { ledger, world, timeouts } = context.settings
  const claimToken = newClaimToken(world)
  const claimUntil = world.clock() + 2 * timeouts.authMs + timeouts.leaseMs
  if (!(await amend(context, row.id, { set: { claimToken, claimUntil }, unclaimed: true }))) {
    const read = async (): Promise<CheckoutRow> => (await ledger.find(row.id)) ?? row
    const now = await whileClaimed(world, read, (each) => each.cashReceiptNumber !== row.cashReceiptNumber)
    return now.cashReceiptNumber === row.cashReceiptNumber ? { status: 'unknown' } : outcomeOf(now.cashReceiptNumber)
  }
  try {
    const now = (await ledger.find(row.id)) ?? row
    // Whoever held it before has done it.
    if (now.cashReceiptNumber !== row.cashReceiptNumber) return outcomeOf(now.cashReceiptNumber)
    return await work(now)
  } finally {
    await amend(context, row.id, { set: { claimToken: null, claimUntil: null }, token: claimToken })
  }
}

/** Writes to a paid row whose state a refund may change at the same time. */
async function amend(
  { settings: { ledger, world } }: Context,
  id: string,
  change: Pick<Change, 'set' | 'event' | 'token' | 'unclaimed'>,
): Promise<boolean> {
  // A payment has three states at most, and only goes forward.
  for (let tries = 0; tries < 3; tries++) {
    const state = (await ledger.find(id))?.state
    if (state === undefined) return false
    if ((await ledger.move({ id, from: [state], to: state, at: world.clock(), ...change })) === 'moved') return true
  }
  return false
}

function outcomeOf(number: string | null): ReceiptOutcome {
  return number === null ? { status: 'canceled' } : { status: 'issued', number }
}

async function send(
  context: Context,
  row: CheckoutRow,
  work: 'issue' | 'cancel',
  amount: number,
  cashReceipt?: CashReceiptFor,
): Promise<ReceiptOutcome> {
  const { gateway } = context
  const payerId = await payerOf(context, row)
  if (payerId === undefined) return failed('RECEIPT_NOT_POSSIBLE')
  const reply = await gateway.receipt(work, {
    payerId,
    oid: row.oid,
    amount,
    cashReceipt,
    monthly: row.guardMonth !== null,
  })
  switch (reply.kind) {
    case 'refused':
      return failed('AUTH_REFUSED', { gatewayCode: reply.gatewayCode })
    case 'not-sent':
      return failed('GATEWAY_UNREACHABLE')
    case 'lost':
      return { status: 'unknown' }
    case 'answer': {
      const { status, code, number } = reply.answer
      if (status !== 'success') return failed('RECEIPT_REFUSED', { gatewayCode: code })
      const issued = work === 'issue' ? (number ?? 'issued') : null
      await amend(context, row.id, {
        set: { cashReceiptNumber: issued },
        event: { name: work === 'issue' ? 'receipt_issued' : 'receipt_canceled', actor: 'merchant' },
      })
      return outcomeOf(issued)
    }
    default:
      return reply satisfies never
  }
}

/** The payer's key: of the registered account that was charged, or of the transfer itself. */
async function payerOf({ vault, settings }: Context, row: CheckoutRow): Promise<string | undefined> {
  if (vault === undefined) return undefined
  if (row.billingKeyId !== null) {
    const key = await settings.ledger.billingKey(row.billingKeyId)
    return key && vault.open(key)
  }
  if (row.sealedPayer === null) return undefined
  const [keyId = '', sealed = ''] = row.sealedPayer.split(' ')
  return vault.open({ id: row.id, keyId, sealed })
}

function failed(code: ServerErrorCode, details?: Parameters<typeof serverError>[1]): ReceiptOutcome {
  return { status: 'failed', error: serverError(code, details) }
}
