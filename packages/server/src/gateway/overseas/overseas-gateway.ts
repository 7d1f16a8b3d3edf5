import { overseasCancelBody, overseasChargeBody, overseasLookupBody, readOverseasResult } from '@payple-kit/core'
import type { Currency } from '@payple-kit/core'

import type { OverseasSettings, Timeouts } from '../../options/settings.ts'
import type { World } from '../../world.ts'
import type { Operated } from '../gateway.ts'
import { send } from '../send.ts'
import type { Call, Line } from '../send.ts'
import { asPaymentResult } from './as-payment-result.ts'
import type { OverseasPaymentResult } from './as-payment-result.ts'
import { createTokens } from './token.ts'
import type { Token } from './token.ts'

/** How an overseas payment is found: by our order number, or by Payple's id of it. */
type OverseasSubject =
  | { readonly oid: string; readonly payId?: undefined }
  | { readonly payId: string; readonly oid?: undefined }

/** The overseas gateway's operations (docs/protocol/overseas.md 5), one method each. None rejects. Amounts in the smallest unit. */
export interface OverseasGateway {
  /** A token for the buyer's window, fetched this moment. */
  windowToken(): Promise<Operated<Token>>
  /** Charges a billing key. Sent once, never repeated; `beforeSend` runs between authentication and charge. */
  charge(
    charge: {
      readonly oid: string
      readonly billingKey: string
      readonly goods: string
      readonly amount: number
      readonly currency: Currency
      readonly resultUrl: string
      readonly payer?:
        | {
            readonly firstName?: string | undefined
            readonly lastName?: string | undefined
            readonly email?: string | undefined
          }
        | undefined
      /** CVC of the card, when the account demands it (5.1). Used once and never stored. */
      readonly securityCode?: string | undefined
    },
    beforeSend: () => Promise<boolean>,
  ): Promise<Operated<OverseasPaymentResult>>
  /** The result as of the payment. Refunds do not show in it (5.4). */
  lookup(subject: OverseasSubject): Promise<Operated<OverseasPaymentResult>>
  /** Gives money back. Never repeated: no lookup can tell whether it was carried out. */
  cancel(
    cancel: {
      readonly oid: string
      readonly payId: string
      readonly goods: string
      readonly amount: number
      readonly currency: Currency
      readonly resultUrl: string
    },
    beforeSend?: () => Promise<boolean>,
  ): Promise<Operated<OverseasPaymentResult>>
}

const PATHS = { charge: '/gpay/billingKey', lookup: '/gpay/paymentResult', cancel: '/gpay/cancel' } as const

/** Builds the client. */
export function createOverseasGateway(
  line: Line & { readonly world: Pick<World, 'clock' | 'ids'> },
  overseas: OverseasSettings,
  timeouts: Timeouts,
): OverseasGateway {
  const tokens = createTokens(line, overseas, timeouts)
  const { serviceId } = overseas
  const { confirmMs, lookupMs } = timeouts

  async function operate(
    operation: keyof typeof PATHS,
    body: Call['body'],
    timeoutMs: number,
    beforeSend?: () => Promise<boolean>,
  ): Promise<Operated<OverseasPaymentResult>> {
    // Two tries only where the first was refused for its token: then nothing happened (8.2).
    for (let tries = 1; ; tries++) {
      const token = await tokens.cached()
      if (token.kind !== 'answer') return token
      if (tries === 1 && beforeSend !== undefined && !(await beforeSend()))
        return { kind: 'not-sent', reason: 'claim-lost' }
      const authorization = `Bearer ${token.answer.accessToken}`
      const call = { operation, path: PATHS[operation], body, timeoutMs, authorization, anyStatus: true } as const
      const reply = await send(line, call)
      if (reply.kind !== 'answer') return reply
      const answer = readOverseasResult(reply.answer)
      if (answer.status === 'unreadable') return { kind: 'lost', reason: 'unreadable' }
      if (answer.status === 'success' || !isTokenRefusal(answer.code))
        return { kind: 'answer', answer: asPaymentResult(answer) }
      tokens.drop()
      if (tries === 2) return { kind: 'refused', gatewayCode: answer.code }
    }
  }

  return {
    windowToken: () => tokens.fresh(),
    charge: (charge, beforeSend) =>
      operate('charge', overseasChargeBody({ ...charge, serviceId }), confirmMs, beforeSend),
    cancel: (cancel, beforeSend) =>
      operate('cancel', overseasCancelBody({ ...cancel, serviceId }), confirmMs, beforeSend),
    lookup: async (subject) => {
      const body = overseasLookupBody({ ...subject, serviceId })
      const first = await operate('lookup', body, lookupMs)
      return first.kind === 'lost' ? operate('lookup', body, lookupMs) : first
    },
  }
}

/** The `T` family: the call was turned away before it did anything (7). */
function isTokenRefusal(code: string | undefined): boolean {
  return /^T\d/.test(code ?? '')
}
