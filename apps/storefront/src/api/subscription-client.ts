import type { SubscriptionView } from '../../shared/subscription-api.ts'
import { get, send } from './request.ts'

export function fetchSubscription(_key: string, signal: AbortSignal): Promise<SubscriptionView> {
  return get('/api/subscription', signal)
}

export function startSubscription(card: string): Promise<SubscriptionView> {
  return send('POST', '/api/subscription', { card })
}

export function changeCard(card: string): Promise<SubscriptionView> {
  return send('PUT', '/api/subscription/card', { card })
}

/** Tries a failed month again; in this demo also the month that comes next. */
export function chargeMonth(month: string): Promise<SubscriptionView> {
  return send('POST', '/api/subscription/charge', { month })
}

export function cancelSubscription(): Promise<SubscriptionView> {
  return send('DELETE', '/api/subscription')
}
