/** The sandbox's levers over HTTP (its README, "The same over HTTP"). */
import type { SandboxOverseasPayment, SandboxPayment } from '@payple-kit/sandbox'

import type { PlannedFault } from '../plan/story.ts'

/** A payment of either product, amounts in the smallest unit. */
export type GatewayPayment = Pick<SandboxPayment, 'oid' | 'status' | 'total' | 'refundedTotal' | 'chargeCount'>

export interface GatewayClient {
  readonly url: string
  payments(): Promise<readonly GatewayPayment[]>
  events(): Promise<
    readonly {
      readonly at: number
      readonly type: string
      readonly oid?: string
      readonly note?: string
      readonly response?: Readonly<Record<string, string>>
    }[]
  >
  fault(fault: PlannedFault & { readonly oid?: string }): Promise<void>
  clearFaults(): Promise<void>
  /** Gives a part back as somebody in the partner console would. */
  cancelFromConsole(oid: string, amount: number): Promise<void>
  /** Sends what was held back, the newest first. */
  releaseWebhooks(): Promise<void>
}

/** Makes the levers of the sandbox at an address. */
export function gatewayClient(url: string): GatewayClient {
  const call = async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const answer = await fetch(`${url}/_/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`sandbox ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Body
  }
  return {
    url,
    payments: async () => [
      ...(await call<SandboxPayment[]>('GET', 'payments')),
      ...(await call<SandboxOverseasPayment[]>('GET', 'overseas/payments')).map(alike),
    ],
    events: () => call('GET', 'events'),
    fault: (fault) => call('POST', 'faults', fault),
    clearFaults: () => call('DELETE', 'faults'),
    cancelFromConsole: (oid, amount) => call('POST', 'payments/cancel', { oid, amount }),
    releaseWebhooks: () => call('POST', 'webhooks/release', { order: 'reversed' }),
  }
}

/** Overseas, a payment exists because it was charged. */
function alike({ oid, amount, cancelled }: SandboxOverseasPayment): GatewayPayment {
  const status = cancelled === 0 ? 'paid' : cancelled < amount ? 'partially_refunded' : 'refunded'
  return { oid, status, total: amount, refundedTotal: cancelled, chargeCount: 1 }
}
