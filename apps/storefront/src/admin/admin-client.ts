import type { Payment } from '@payple-kit/core'
// Types only, which leave no trace in the page: these routes are the companion's own.
import type { AttemptHistory, AttemptPage, AttemptSummary, LookupOutcome, RefundOutcome } from '@payple-kit/server'
import type { AdminState, AttentionPage, Doubt } from '../../shared/admin-api.ts'
import { get, send } from '../api/request.ts'
import type { Page } from '../api/use-pages.ts'
import { FILTERS, type FilterName } from './filters.ts'

/** Answer of `GET payments/:orderId`. */
export interface PaymentFile {
  readonly payment: Payment | null
  /** Newest first. */
  readonly attempts: readonly AttemptHistory[]
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
): Promise<Page<AttemptSummary>> {
  const query = new URLSearchParams({ limit: '20' })
  for (const state of FILTERS[filter as FilterName] ?? []) query.append('state', state)
  if (before !== undefined) query.set('before', String(before))
  const { attempts, next } = await get<AttemptPage>(`/payple/payments?${query}`, signal)
  return { items: attempts, next }
}

export function fetchPayment(orderId: string, signal: AbortSignal): Promise<PaymentFile> {
  return get(paymentPath(orderId), signal)
}

export function lookUp(orderId: string): Promise<LookupOutcome> {
  return send('POST', `${paymentPath(orderId)}/lookup`)
}

export interface RefundRequest {
  /** Whole won, or dollars as text. */
  readonly amount: number | string
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
