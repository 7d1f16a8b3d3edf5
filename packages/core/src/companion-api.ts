/**
 * What browser and companion say to each other. The only file both halves share besides outcomes:
 * a change here is a change of the wire. Routes are described in ARCHITECTURE.md, "The companion's routes".
 */
import type { Currency } from './currency.ts'
import type { CheckoutMethod } from './method.ts'
import type { CheckoutOutcome } from './outcome.ts'
import type { PaypleError } from './errors/payple-error.ts'

/** Body of `POST checkouts`. An amount is not part of it, on purpose. */
export interface PrepareBody {
  readonly orderId: string
  readonly method: CheckoutMethod
  /** `callback`: layer or tab, result by callback. `redirect`: the whole page goes to Payple and comes back. */
  readonly display: 'callback' | 'redirect'
}

/** How the page must open the window. */
export interface WindowInstructions {
  /** Script to load; same host as the environment. */
  readonly scriptUrl: string
  /** jQuery to load first, only for the script generation that needs it (docs/protocol/domestic.md 1.2.2). */
  readonly jqueryUrl?: string | undefined
  /** The script's function when it is not `PaypleCpayAuthCheck`: that of the overseas window. */
  readonly call?: 'paypleGpayPaymentRequest' | undefined
  /** The `PCD_*` object for `PaypleCpayAuthCheck`, without `callbackFunction`; or the overseas one, without its token. */
  readonly request: Readonly<Record<string, string>>
}

/** Answer of `POST checkouts`: a window to open, or the outcome when there is nothing left to open. */
export type PreparedCheckout =
  | {
      readonly kind: 'window'
      readonly checkoutId: string
      readonly orderId: string
      readonly oid: string
      readonly goods: string
      /** In the smallest unit of `currency`; 0 for registrations. For display only. */
      readonly amount: number
      readonly currency: Currency
      /** How the amount reads when it is not won, such as `US$19.90`: the page formats won by itself. */
      readonly price?: string | undefined
      /** Epoch milliseconds after which the preparation must be renewed. */
      readonly expiresAt: number
      readonly window: WindowInstructions
    }
  | {
      readonly kind: 'outcome'
      readonly checkoutId: string
      readonly orderId: string
      readonly outcome: CheckoutOutcome
    }

/**
 * Answer of `POST checkouts/<id>/open` for an overseas window, which is asked on the click: what is added to its request. **Whoever sees the token may
 * read the partner's service key in it** (docs/protocol/overseas.md 2.4), so it is fetched as late as this.
 */
export interface OpenedWindow {
  /** `Authorization`: the bare token. */
  readonly authorization: string
  /** `payCls`, in the test environment. */
  readonly payCls?: string | undefined
}

/** Answer of `GET checkouts/<id>`. `outcome` is absent while nothing is known to have happened yet. */
export interface CheckoutView {
  readonly checkoutId: string
  readonly orderId: string
  readonly outcome?: CheckoutOutcome | undefined
}

/** Body of `POST checkouts/<id>/result`: what the callback got, untouched. */
export interface ResultBody {
  readonly result: Readonly<Record<string, unknown>>
}

/** Body of every 4xx and 5xx answer of the companion. */
export interface ErrorBody {
  readonly error: PaypleError
}
