import {
  authBody,
  billingKeyLookupBody,
  cancelBody,
  confirmBody,
  lookupBody,
  readAuthAnswer,
  readPaymentResult,
} from '@payple-kit/core'
import type { AuthPurpose, GatewayTokens, PaymentResult } from '@payple-kit/core'

import type { DomesticSettings, Timeouts } from '../options/settings.ts'
import { send } from './send.ts'
import type { Line, Reply } from './send.ts'

/** Tokens for one following call, and where it goes. */
interface Authenticated {
  readonly tokens: GatewayTokens
  readonly path: string
}

/** `auth.php` said no. Nothing has happened. */
interface AuthRefusal {
  readonly kind: 'refused'
  readonly gatewayCode?: string | undefined
}

/** The gateway's operations, one method each. None rejects. */
export interface Gateway {
  /** Where the gateway is; the only host that ever hears a key. */
  readonly origin: string
  authenticate(purpose: AuthPurpose): Promise<Reply<Authenticated> | AuthRefusal>
  /** Takes the money of a CERT result. Sent once, never repeated. */
  confirm(
    path: string,
    keys: { readonly authKey: string; readonly reqKey: string; readonly payerId?: string | undefined },
  ): Promise<Reply<PaymentResult>>
  /** Asks about a payment. `date` is its day in Korea, `yyyyMMdd`. */
  lookup(oid: string, date: string): Promise<Reply<PaymentResult> | AuthRefusal>
  /** Gives money back. Never repeated blindly: the caller looks up first. */
  cancel(charge: {
    readonly oid: string
    readonly date: string
    readonly total: number
    readonly vat?: number | undefined
  }): Promise<Reply<PaymentResult> | AuthRefusal>
  billingKey(payerId: string): Promise<Reply<PaymentResult> | AuthRefusal>
}

const AUTH_PATH = '/php/auth.php'
const OPERATIONS = { cancel: 'cancel', lookup: 'lookup', 'billing-key-lookup': 'billing-key' } as const

/** Builds the client. `auth.php` runs afresh before each operation: tokens are single-purpose and short-lived (2.4). */
export function createGateway(line: Line, domestic: DomesticSettings, timeouts: Timeouts): Gateway {
  async function authenticate(purpose: AuthPurpose): Promise<Reply<Authenticated> | AuthRefusal> {
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

  /** `auth.php`, then the operation. A failed authentication means that the operation was not sent. */
  async function operate(
    purpose: keyof typeof OPERATIONS,
    timeoutMs: number,
    body: (tokens: GatewayTokens) => Readonly<Record<string, string>>,
  ): Promise<Reply<PaymentResult> | AuthRefusal> {
    const auth = await authenticate(purpose)
    if (auth.kind !== 'answer') return auth
    const { path, tokens } = auth.answer
    return read(await send(line, { operation: OPERATIONS[purpose], path, body: body(tokens), timeoutMs }))
  }

  /** For calls that only read: one more try. */
  async function ask(
    purpose: keyof typeof OPERATIONS,
    body: (tokens: GatewayTokens) => Readonly<Record<string, string>>,
  ) {
    const first = await operate(purpose, timeouts.lookupMs, body)
    return first.kind === 'lost' ? operate(purpose, timeouts.lookupMs, body) : first
  }

  return {
    origin: line.gateway,
    authenticate,
    confirm: async (path, keys) => {
      const { cstId, custKey } = domestic
      const { authKey, reqKey, payerId } = keys
      const body = confirmBody({ cstId, custKey, authKey, reqKey, payerId })
      return read(await send(line, { operation: 'confirm', path, body, timeoutMs: timeouts.confirmMs }))
    },
    lookup: (oid, date) => ask('lookup', (tokens) => lookupBody({ tokens, oid, date, type: 'card' })),
    cancel: (charge) =>
      operate('cancel', timeouts.confirmMs, (tokens) =>
        cancelBody({ tokens, refundKey: domestic.refundKey, ...charge }),
      ),
    billingKey: (payerId) => ask('billing-key-lookup', (tokens) => billingKeyLookupBody({ tokens, payerId })),
  }
}

/** An answer without a readable flag says nothing about the money. */
function read(reply: Reply<unknown>): Reply<PaymentResult> {
  if (reply.kind !== 'answer') return reply
  const answer = readPaymentResult(reply.answer)
  return answer.status === 'unreadable' ? { kind: 'lost', reason: 'unreadable' } : { kind: 'answer', answer }
}
