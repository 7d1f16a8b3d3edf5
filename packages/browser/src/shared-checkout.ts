import { createCheckout } from './checkout.ts'
import type { Checkout, CheckoutOptions } from './checkout-types.ts'

const shared: Record<string, Checkout> = {}

/**
 * The page's one checkout of this order, method and companion. Parts that mount, unmount and mount again get the same attempt, also
 * while its window is open; other options of the first caller count. On a server every call gets its own: requests share nothing.
 */
export const sharedCheckout = (options: CheckoutOptions): Checkout =>
  typeof document === 'undefined'
    ? createCheckout(options)
    : (shared[`${options.companion},${options.method},${options.orderId}`] ??= createCheckout(options))
