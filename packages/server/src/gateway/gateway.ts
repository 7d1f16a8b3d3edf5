import {
  authBody,
  billingKeyLookupBody,
  cancelBody,
  chargeBody,
  chargePurpose,
  confirmBody,
  keyDeleteBody,
  linkBody,
  lookupBody,
  readAuthAnswer,
  readBillingKey,
  readKeyDeletion,
  readLink,
  readPaymentResult,
  readReceipt,
  receiptBody,
} from '@payple-kit/core'
import type {
  AuthPurpose,
  BillingKeyInfo,
  Currency,
  GatewayTokens,
  KeyDeletion,
  LinkResult,
  PaymentResult,
  ReceiptResult,
} from '@payple-kit/core'

import type { DomesticSettings, Timeouts } from '../options/settings.ts'
import { send } from './send.ts'
import type { Call, Line, Reply } from './send.ts'

/** Tokens for one following call, and where it goes. */
interface Authenticated {
  readonly tokens: GatewayTokens
  readonly path: string
}

/** `auth.php`, or the request for a token, said no. Nothing has happened. */
export interface AuthRefusal {
  readonly kind: 'refused'
  readonly gatewayCode?: string | undefined
}

/** What became of an operation that authenticates first. */
export type Operated<Answer> = Reply<Answer> | AuthRefusal

/** The options of a core body builder, without the tokens that the gateway client fetches. */
type Without<Body extends (options: never) => unknown, Names extends string> = Omit<Parameters<Body>[0], Names>

/** Which payment a call is about. `date` is its day in Korea, `yyyyMMdd`. */
export interface PaymentAddress {
  readonly oid: string
  readonly date: string
  readonly type: 'card' | 'transfer'
  /** `yyyyMM`, for payments made with the once-a-month guard. */
  readonly month?: string | undefined
  /** For overseas payments: what their cancel asks for besides. */
  readonly overseas?: OverseasAddress | undefined
}

/** The overseas half of an address (docs/protocol/overseas.md 5.3). */
interface OverseasAddress {
  /** The payment's `api_id`; absent until a lookup or a result told it. */
  readonly payId?: string | undefined
  readonly goods: string
  readonly currency: Currency
  readonly resultUrl: string
}

/** The gateway's operations, one method each. None rejects. */
export interface Gateway {
  /** Where the gateway is; the only host that ever hears a key. */
  readonly origin: string
  authenticate(purpose: AuthPurpose): Promise<Operated<Authenticated>>
  /** Takes the money of a CERT result. Sent once, never repeated. */
  confirm(
    path: string,
    keys: { readonly authKey: string; readonly reqKey: string; readonly payerId?: string | undefined },
  ): Promise<Reply<PaymentResult>>
  /**
   * Charges a billing key. Sent once, never repeated. `beforeSend` runs between authentication and charge; when it says `false`,
   * nothing is sent.
   */
  charge(
    charge: Without<typeof chargeBody, 'tokens'>,
    beforeSend: () => Promise<boolean>,
  ): Promise<Operated<PaymentResult>>
  /** Asks about a payment. */
  lookup(payment: PaymentAddress): Promise<Operated<PaymentResult>>
  /** Gives money back. Never repeated blindly: the caller looks up first. `beforeSend` as in `charge`. */
  cancel(
    refund: PaymentAddress & { readonly total: number; readonly vat?: number | undefined },
    beforeSend?: () => Promise<boolean>,
  ): Promise<Operated<PaymentResult>>
  billingKey(payerId: string): Promise<Operated<BillingKeyInfo>>
  deleteBillingKey(payerId: string): Promise<Operated<KeyDeletion>>
  receipt(work: 'issue' | 'cancel', receipt: Without<typeof receiptBody, 'tokens'>): Promise<Operated<ReceiptResult>>
  link(link: Without<typeof linkBody, 'tokens'>): Promise<Operated<LinkResult>>
}

const AUTH_PATH = '/php/auth.php'
/** What each purpose is called in the log. */
const OPERATIONS: Readonly<Partial<Record<AuthPurpose, Call['operation']>>> = {
  cancel: 'cancel',
  lookup: 'lookup',
  'billing-key-lookup': 'billing-key',
  'billing-key-delete': 'billing-key-delete',
  'receipt-issue': 'receipt',
  'receipt-cancel': 'receipt',
  link: 'link',
}

type Body = (tokens: GatewayTokens) => Readonly<Record<string, string>>
type Reader<Answer> = (raw: unknown) => Answer | undefined

/** Builds the client. `auth.php` runs afresh before each operation: tokens are single-purpose and short-lived (2.4). */
export function createGateway(line: Line, domestic: DomesticSettings, timeouts: Timeouts): Gateway {
  async function authenticate(purpose: AuthPurpose): Promise<Operated<Authenticated>> {
    const body = authBody(domestic, purpose)
    const call = { operation: 'auth', path: AUTH_PATH, body, timeoutMs: timeouts.authMs } as const
    let reply = await send(line, call)
    if (reply.kind !== 'answer') reply = await send(line, call)
    if (reply.kind !== 'answer') return { kind: 'not-sent', reason: `auth-${reply.reason}` }
    const answer = readAuthAnswer(reply.answer)
    if (!answer.ok) return { kind: 'refused', gatewayCode: answer.code }
    const { path, cstId, custKey, authKey } = answer
    return { kind: 'answer', answer: { tokens: { cstId, custKey, authKey }, path } }
  }

  /** `auth.php`, then the operation, once. A failed authentication means that the operation was not sent. */
  async function operate<Answer>(
    purpose: AuthPurpose,
    timeoutMs: number,
    body: Body,
    read: Reader<Answer>,
    beforeSend?: () => Promise<boolean>,
  ): Promise<Operated<Answer>> {
    const auth = await authenticate(purpose)
    if (auth.kind !== 'answer') return auth
    if (beforeSend !== undefined && !(await beforeSend())) return { kind: 'not-sent', reason: 'claim-lost' }
    const { path, tokens } = auth.answer
    const operation = OPERATIONS[purpose] ?? 'charge'
    return readWith(read, await send(line, { operation, path, body: body(tokens), timeoutMs }))
  }

  /** For calls that only read: one more try. */
  async function ask<Answer>(purpose: AuthPurpose, body: Body, read: Reader<Answer>): Promise<Operated<Answer>> {
    const first = await operate(purpose, timeouts.lookupMs, body, read)
    return first.kind === 'lost' ? operate(purpose, timeouts.lookupMs, body, read) : first
  }

  const { confirmMs } = timeouts
  return {
    origin: line.gateway,
    authenticate,
    confirm: async (path, { authKey, reqKey, payerId }) => {
      const { cstId, custKey } = domestic
      const body = confirmBody({ cstId, custKey, authKey, reqKey, payerId })
      return readWith(payment, await send(line, { operation: 'confirm', path, body, timeoutMs: confirmMs }))
    },
    charge: (charge, beforeSend) => {
      const purpose = chargePurpose(charge.type ?? 'card', charge.monthlyGuard !== undefined)
      return operate(purpose, confirmMs, (tokens) => chargeBody({ ...charge, tokens }), payment, beforeSend)
    },
    lookup: ({ oid, date, type, month }) =>
      ask('lookup', (tokens) => lookupBody({ tokens, oid, date, type, monthlyGuard: guardOf(month) }), payment),
    cancel: ({ oid, date, total, vat, month }, beforeSend) => {
      const { refundKey } = domestic
      const monthlyGuard = guardOf(month)
      const body: Body = (tokens) => cancelBody({ tokens, refundKey, oid, date, total, vat, monthlyGuard })
      return operate('cancel', confirmMs, body, payment, beforeSend)
    },
    billingKey: (payerId) =>
      ask('billing-key-lookup', (tokens) => billingKeyLookupBody({ tokens, payerId }), readable(readBillingKey)),
    deleteBillingKey: (payerId) =>
      operate(
        'billing-key-delete',
        confirmMs,
        (tokens) => keyDeleteBody({ tokens, payerId }),
        readable(readKeyDeletion),
      ),
    receipt: (work, receipt) =>
      operate(`receipt-${work}`, confirmMs, (tokens) => receiptBody({ ...receipt, tokens }), readable(readReceipt)),
    link: (link) => {
      // A local sandbox has no https.
      const read = readable((raw) => readLink(raw, line.gateway.startsWith('http://')))
      return operate('link', confirmMs, (tokens) => linkBody({ ...link, tokens }), read)
    },
  }
}

/** An answer without a readable flag says nothing about the money. */
function readable<Answer extends { readonly status: string }>(read: (raw: unknown) => Answer): Reader<Answer> {
  return (raw) => {
    const answer = read(raw)
    return answer.status === 'unreadable' ? undefined : answer
  }
}

const payment: Reader<PaymentResult> = readable(readPaymentResult)

function readWith<Answer>(read: Reader<Answer>, reply: Reply<unknown>): Reply<Answer> {
  if (reply.kind !== 'answer') return reply
  const answer = read(reply.answer)
  return answer === undefined ? { kind: 'lost', reason: 'unreadable' } : { kind: 'answer', answer }
}

function guardOf(month: string | undefined): { year: string; month: string } | undefined {
  return month === undefined ? undefined : { year: month.slice(0, 4), month: month.slice(4) }
}
