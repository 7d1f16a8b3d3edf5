import type { Text } from './shop-api.ts'

/** A saved card or account. `id` is a reference; the key that can charge it stays on the server. */
export interface SavedCard {
  readonly id: string
  readonly kind: 'card' | 'account'
  /** Issuer or bank, and the masked number, as Payple printed them. */
  readonly name?: string | undefined
  readonly number?: string | undefined
  readonly createdAt: string
  readonly isDefault: boolean
}

/** Answer of `GET /api/cards`. */
export interface Wallet {
  /** Order id under which this browser registers cards. */
  readonly registrationId: string
  readonly cards: readonly SavedCard[]
}

/** The part of an error that a buyer sees. */
export interface BuyerError {
  readonly code: string
  readonly gatewayCode?: string | undefined
  readonly buyer: Text
}

/** Answer of `POST /api/orders/:id/charge` and of a subscription's charges. `failed`: nothing was charged. */
export type ChargeResult =
  | { readonly status: 'paid' }
  | { readonly status: 'failed'; readonly error: BuyerError }
  | { readonly status: 'unknown'; readonly checkoutId: string }

/** Answer of `DELETE /api/cards/:id`. `unknown`: Payple did not answer clearly; remove it again, it does no harm. */
export type RemovalResult =
  | { readonly status: 'deleted' }
  | { readonly status: 'failed'; readonly error: BuyerError }
  | { readonly status: 'unknown' }
