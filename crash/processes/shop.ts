/** What driver and companions agree on without talking to each other. */
import type { Order } from '@payple-kit/server'

export const SHOP = 'http://shop.test'
export const WEBHOOK_SECRET = 'crash-webhooks-0001'
/** 32 bytes, base64. */
export const SEALING_KEY: string = btoa('0123456789abcdef0123456789abcdef')

/** The second account of the gateway's overseas product: everybody's test account must not be charged by a run. */
export const OVERSEAS = { serviceId: 'crash', serviceKey: 'crash-service-key-01' } as const

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

/** The order behind an id; none for an id that is no order. Those of `U` are in US cents, and those of `K` keep the card too. */
export function orderOf(id: string): Order | undefined {
  const [, letter = '', total] = /^([A-Z])\d+(?:\.\d+)?-(\d+)$/.exec(id) ?? []
  if (total === undefined) return undefined
  if (letter === 'U' || letter === 'K')
    return { goods: 'Celadon mug', total: dollars(Number(total)), currency: 'USD', saveCard: letter === 'K' }
  return { goods: '휴대폰', total: Number(total), currency: 'KRW' }
}

/** Cents as the text that orders and refunds in dollars are written in. */
export function dollars(cents: number): string {
  return `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
}
