import type { CheckoutMethod, CheckoutOutcome, Currency, PaypleError } from '@payple-kit/core'

/** How the window is shown. `auto`: `redirect` on phones (where in-app browsers live), else `callback`; Payple's own advice (docs/protocol/domestic.md 3.5). */
export type CheckoutDisplay = 'auto' | 'callback' | 'redirect'

/**
 * Where a checkout stands. The last five are an outcome; `unknown` may still become another one.
 *
 * - `idle`: nothing asked for yet, or asked in vain; `start()` asks again and says why
 * - `preparing`: the companion is asked and the script loads
 * - `ready`: `start()` opens the window without waiting
 * - `open`: the buyer is in Payple's window, tab or page
 * - `settling`: the companion is finding out
 */
export type CheckoutStatus = 'idle' | 'preparing' | 'ready' | 'open' | 'settling' | CheckoutOutcome['status']

/** What a checkout looks like now. A new object at every change. */
export interface CheckoutSnapshot {
  readonly status: CheckoutStatus
  readonly orderId: string
  readonly method: CheckoutMethod
  /** The companion's id of the current attempt. */
  readonly checkoutId?: string | undefined
  /** What Payple calls this attempt. */
  readonly oid?: string | undefined
  readonly goods?: string | undefined
  /** In the smallest unit of `currency`, as the companion says; 0 for registrations. */
  readonly amount?: number | undefined
  readonly currency?: Currency | undefined
  /** How the amount reads when it is not won: `US$19.90`. */
  readonly price?: string | undefined
  /** Present with the last five statuses. */
  readonly outcome?: CheckoutOutcome | undefined
  /** With `failed`: why. */
  readonly error?: PaypleError | undefined
}

/** What a checkout takes from its surroundings. Every default is the page's own. */
export interface CheckoutWorld {
  readonly fetch?: typeof fetch | undefined
  /** Default `navigator.locks`; without locks a second tab is stopped by the companion alone. */
  readonly locks?: Pick<LockManager, 'request'> | undefined
}

/** Options of `createCheckout`. No amount and no key: the companion has them. */
export interface CheckoutOptions {
  /** The merchant's order. */
  readonly orderId: string
  /** Default `app-card`. */
  readonly method?: CheckoutMethod | undefined
  /** Mount path or URL of the companion. Default `/payple`. */
  readonly companion?: string | undefined
  /** Default `auto`. */
  readonly display?: CheckoutDisplay | undefined
  /** CSP nonce for script tags. */
  readonly nonce?: string | undefined
  readonly world?: CheckoutWorld | undefined
}

/** One order's payment as a plain object: subscribe, read, act. Functions need no `this`. */
export interface Checkout {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => CheckoutSnapshot
  /** The same object for the checkout's whole life, for server rendering and hydration. */
  readonly getServerSnapshot: () => CheckoutSnapshot
  /**
   * Fetches the order's window and loads the script, so that `start()` need not wait. Repeating it costs nothing. Never rejects.
   * Resolves with what keeps the window from opening, if anything does.
   */
  readonly prepare: () => Promise<PaypleError | undefined>
  /**
   * Opens the window; within the click when `ready`. While an attempt runs, returns that attempt's promise. When `unknown` it asks
   * again and opens nothing. Never rejects. Resolves with `unknown` after about 20 s of doubt; the snapshot goes on changing.
   */
  readonly start: () => Promise<CheckoutOutcome>
  /** Closes the window. Resolves with the attempt's outcome, `undefined` when none was running. What is settling goes on. */
  readonly cancel: () => Promise<CheckoutOutcome | undefined>
  /** Forgets an outcome. Does nothing while an attempt runs or is in doubt. A paid order stays paid at the companion. */
  readonly reset: () => void
}
