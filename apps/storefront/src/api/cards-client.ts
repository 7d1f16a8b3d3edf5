import type { ChargeResult, RemovalResult, SavedCard, Wallet } from '../../shared/cards-api.ts'
import { get, send } from './request.ts'

export function fetchWallet(_key: string, signal: AbortSignal): Promise<Wallet> {
  return get('/api/cards', signal)
}

export function chooseDefault(card: string): Promise<{ cards: SavedCard[] }> {
  return send('PUT', '/api/cards/default', { card })
}

export function removeCard(card: string): Promise<RemovalResult> {
  return send('DELETE', `/api/cards/${encodeURIComponent(card)}`)
}

/** Which order, which card, which try. What it costs is nobody's business here. */
export function chargeOrder(orderId: string, card: string, attempt: string): Promise<ChargeResult> {
  return send('POST', `/api/orders/${encodeURIComponent(orderId)}/charge`, { card, attempt })
}
