/** What driver and companions agree on without talking to each other. */
import type { Order } from '@payple-kit/server'

export const SHOP = 'http://shop.test'
export const WEBHOOK_SECRET = 'crash-webhooks-0001'
/** 32 bytes, base64. */
export const SEALING_KEY: string = btoa('0123456789abcdef0123456789abcdef')

/** A companion has two mounts, so that windows of both kinds share one ledger. */
export const MOUNTS = { CERT: '/payple', PAY: '/payple-pay' } as const
export type Work = keyof typeof MOUNTS

/** Short, so that a run meets every one of them. A delayed call of `LATE_MS` is carried out after its caller gave up. */
export const TIMEOUTS = { authMs: 1_000, confirmMs: 1_200, lookupMs: 800, leaseMs: 1_500 } as const
export const LATE_MS = 2_000

/** An order's amount stands in its id: the shop needs no database. */
export function orderId(name: string, amount: number): string {
  return `${name}-${amount}`
}

/** The order behind an id; none for an id that is no order. */
export function orderOf(id: string): Order | undefined {
  const total = /^[A-Z]\d+(?:\.\d+)?-(\d+)$/.exec(id)?.[1]
  return total === undefined ? undefined : { goods: '휴대폰', total: Number(total), currency: 'KRW' }
}
