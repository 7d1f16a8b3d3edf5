import type { CheckoutOutcome, Payment, PaypleError } from '@payple-kit/core'
import type { AdminState, AttentionPage, Doubt } from '../../shared/admin-api.ts'
import { get, send } from '../api/request.ts'
import type { Page } from '../api/use-pages.ts'
import { FILTERS, type FilterName } from './filters.ts'

/** The shapes of the companion's guarded routes, as far as these pages read them. */
export interface Attempt {
  readonly checkoutId: string
  readonly orderId: string
  readonly oid: string
  readonly method: string
  readonly state: string
  readonly goods: string
  readonly amount: number
  readonly refunded: number
  /** Epoch milliseconds. */
  readonly createdAt: number
}

export interface AttemptEvent {
  readonly name: string
  readonly actor: string
  readonly at: number
  readonly from: string | null
  readonly to: string
  readonly detail?: Readonly<Record<string, string | number | undefined>> | undefined
}

export interface Refund {
  readonly id: string
  readonly amount: number
  readonly state: 'pending' | 'done' | 'failed' | 'unknown'
}

export interface PaymentFile {
  readonly payment: Payment | null
  /** Newest first. */
  readonly attempts: readonly (Attempt & {
    readonly events: readonly AttemptEvent[]
    readonly refunds: readonly Refund[]
  })[]
}

export type RefundOutcome =
  | { readonly status: 'refunded'; readonly refund: Refund }
  | { readonly status: 'failed'; readonly error: PaypleError }
  | { readonly status: 'unknown'; readonly refund: Refund }

export interface LookupOutcome {
  readonly outcome?: CheckoutOutcome | undefined
  readonly gateway: { readonly status: 'paid'; readonly refunded: number } | { readonly status: 'inconclusive' }
}

const paymentPath = (orderId: string) => `/payple/payments/${encodeURIComponent(orderId)}`

export function fetchSession(_key: string, signal: AbortSignal): Promise<{ state: AdminState }> {
  return get('/api/admin/session', signal)
}

export function logIn(password: string): Promise<{ state: AdminState }> {
  return send('POST', '/api/admin/login', { password })
}

export function logOut(): Promise<{ state: AdminState }> {
  return send('POST', '/api/admin/logout')
}

export async function fetchPayments(
  filter: string,
  before: number | undefined,
  signal?: AbortSignal,
): Promise<Page<Attempt>> {
  const query = new URLSearchParams({ limit: '20' })
  for (const state of FILTERS[filter as FilterName] ?? []) query.append('state', state)
  if (before !== undefined) query.set('before', String(before))
  const { attempts, next } = await get<{ attempts: Attempt[]; next?: number }>(`/payple/payments?${query}`, signal)
  return { items: attempts, next }
}

export function fetchPayment(orderId: string, signal: AbortSignal): Promise<PaymentFile> {
  return get(paymentPath(orderId), signal)
}

export function lookUp(orderId: string): Promise<LookupOutcome> {
  return send('POST', `${paymentPath(orderId)}/lookup`)
}

export interface RefundRequest {
  readonly amount: number
  readonly idempotencyKey: string
  readonly note?: string | undefined
}

export function refund(orderId: string, request: RefundRequest): Promise<RefundOutcome> {
  return send('POST', `${paymentPath(orderId)}/refund`, request)
}

export async function fetchAttention(
  _key: string,
  before: number | undefined,
  signal?: AbortSignal,
): Promise<Page<Doubt>> {
  return get<AttentionPage>(`/api/admin/attention${before === undefined ? '' : `?before=${before}`}`, signal)
}

/** What a person decided about an entry. */
export function decide(
  subject: string,
  decision: 'release' | 'refund' | 'close',
  body: { readonly note: string; readonly result?: 'done' | 'failed' },
): Promise<{ status: string }> {
  return send('POST', `/api/admin/attention/${encodeURIComponent(subject)}/${decision}`, body)
}
