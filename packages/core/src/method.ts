/**
 * What the buyer is asked for in the window (docs/protocol/domestic.md 3.9).
 *
 * - `card`: one-off card by number entry (`PCD_CARD_VER` 01)
 * - `app-card`: the issuer's app or ISP (`PCD_CARD_VER` 02)
 * - `register-card`: registers a card, takes no money (`PCD_PAY_WORK` AUTH)
 */
export type CheckoutMethod = 'card' | 'app-card' | 'register-card'

/** All checkout methods, in the order a shop would offer them. */
export const CHECKOUT_METHODS: readonly CheckoutMethod[] = ['card', 'app-card', 'register-card']
