import { kstHour, linkWithOid } from '@payple-kit/core'
import type { LinkOptions, PaypleError } from '@payple-kit/core'
import * as v from 'valibot'

import type { Context } from '../context.ts'
import { serverError } from '../errors.ts'
import type { ServerErrorCode } from '../errors.ts'
import { newCheckoutId, newOid } from '../ids.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import { isPayment } from '../ledger/rules.ts'
import { isLive } from '../ledger/transitions.ts'
import { readOrder } from '../order.ts'
import type { Order } from '../order.ts'
import { lookIntoSilentAttempts } from '../settle/silent-attempts.ts'
import { requestHash, sharing } from './idempotency.ts'
import { FIELDS, readInput } from './read-input.ts'

/** Input of `links.create`. */
export interface LinkInput {
  readonly orderId: string
  /** What is paid: goods, total, tax, cash receipt. The payer types in who they are. */
  readonly order: Order
  /** Last moment the link works, epoch milliseconds; Payple knows hours. Default: 7 days from now. */
  readonly expiresAt?: number | undefined
  /** Means behind the link. Default `card`. */
  readonly type?: LinkOptions['type']
  /** A note for the shop, shown in partner admin. */
  readonly memo?: string | undefined
  /** 1 to 200 visible ASCII characters; the same one for every try of the same link. */
  readonly idempotencyKey: string
}

/**
 * How it ended. The link pays once: it carries our order number. `paid` or in doubt: nothing is left to link to. Who pays behind it is told
 * by webhook, and by `reconcile()`, which asks once an hour.
 */
export type LinkOutcome =
  | { readonly status: 'created'; readonly url: string; readonly checkoutId: string; readonly expiresAt: number }
  | { readonly status: 'failed'; readonly error: PaypleError }

/** Payment links (docs/protocol/domestic.md 7.3). */
export interface Links {
  create(input: LinkInput): Promise<LinkOutcome>
}

const DAY = 86_400_000
const HOUR = 3_600_000

const schema = v.strictObject({
  orderId: FIELDS.orderId,
  order: v.custom<Order>((value) => typeof value === 'object' && value !== null, 'an order { goods, total, currency }'),
  expiresAt: v.optional(FIELDS.moment),
  type: v.optional(FIELDS.linkType),
  memo: v.optional(FIELDS.note),
  idempotencyKey: FIELDS.idempotencyKey,
})

/** Builds `links.create`. */
export function createLinks(context: Context): Links {
  const share = sharing<LinkOutcome>()
  return {
    create: async (input) => {
      const checked = readInput('links.create', schema, input)
      const { idempotencyKey, ...what } = checked
      const hash = await requestHash(what)
      return share(`${idempotencyKey} ${hash}`, () => create(context, checked, hash))
    },
  }
}

async function create(context: Context, input: LinkInput, hash: string): Promise<LinkOutcome> {
  const { ledger, scope, world } = context.settings
  const { type = 'card', orderId, idempotencyKey } = input
  const now = world.clock()
  const payType = type === 'card' ? 'card' : 'transfer'
  const read = readOrder(input.order, payType)
  if ('field' in read) return failed('ORDER_INVALID', read)
  const { order } = read
  const expiresAt = input.expiresAt ?? now + 7 * DAY
  if (expiresAt <= now) return failed('ORDER_INVALID', { field: 'expiresAt', rule: 'in the future' })
  await lookIntoSilentAttempts(context, orderId, 'merchant')
  const { kind, row } = await ledger.start(
    {
      id: newCheckoutId(world),
      scope,
      orderId,
      oid: newOid(world),
      method: 'link',
      work: 'PAY',
      // With both means the payer decides; lookups try the other one too.
      payType: type === 'transfer' ? 'transfer' : 'card',
      goods: order.goods,
      amount: order.total,
      vat: order.tax !== undefined && 'vat' in order.tax ? order.tax.vat : null,
      createdAt: now,
      expiresAt,
      billingKeyId: null,
      idempotencyKey,
      requestHash: hash,
      state: 'opened',
      claimToken: null,
      claimUntil: null,
      attemptedAt: null,
      nextCheckAt: now + HOUR,
    },
    { name: 'link_started', actor: 'merchant', detail: { total: order.total } },
  )
  if (kind === 'live') return failed('ORDER_TAKEN')
  if (row.requestHash !== hash) return failed('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey' })
  // The first answer was lost, and the order may have been paid in another way since.
  const attempts = row.linkUrl === null ? await ledger.attempts(scope, orderId) : []
  if (attempts.some((each) => each.id !== row.id && isPayment(each) && isLive(each))) return failed('ORDER_TAKEN')
  return row.linkUrl === null ? register(context, row, input, order) : created(row, row.linkUrl)
}

/** Asks Payple for the link. Asking twice makes a second link with the same order number, of which one can be paid: harmless. */
async function register(context: Context, row: CheckoutRow, input: LinkInput, order: Order): Promise<LinkOutcome> {
  const { gateway, settings } = context
  const reply = await gateway.link({
    type: input.type ?? 'card',
    goods: row.goods,
    total: row.amount,
    tax: order.tax,
    cashReceipt: input.type === undefined || input.type === 'card' ? undefined : Boolean(order.cashReceipt),
    expires: kstHour(row.expiresAt),
    memo: input.memo,
  })
  if (reply.kind === 'refused') return failed('AUTH_REFUSED', { gatewayCode: reply.gatewayCode })
  if (reply.kind !== 'answer') return failed('GATEWAY_UNREACHABLE')
  const { status, url: bare, code } = reply.answer
  if (status !== 'success' || bare === undefined) return failed('LINK_REFUSED', { gatewayCode: code })
  const url = linkWithOid(bare, row.oid)
  await settings.ledger.move({
    id: row.id,
    from: ['opened'],
    to: 'opened',
    at: settings.world.clock(),
    set: { linkUrl: url },
    event: { name: 'link_created', actor: 'merchant' },
  })
  return created(row, url)
}

function created({ id: checkoutId, expiresAt }: CheckoutRow, url: string): LinkOutcome {
  return { status: 'created', url, checkoutId, expiresAt }
}

function failed(
  code: ServerErrorCode,
  details?: {
    readonly field?: string | undefined
    readonly rule?: string | undefined
    readonly gatewayCode?: string | undefined
  },
): LinkOutcome {
  return { status: 'failed', error: serverError(code, details) }
}
