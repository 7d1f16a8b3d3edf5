/** The merchant's server as the conformance suite reaches it. Whatever it is written in, a few small functions lead to it. */

/** Flat fields, as Payple's wire has them. */
export type Fields = Readonly<Record<string, string>>

/** What a shop believes of one of its orders. `unknown`: it is being looked into. */
export type ShopState = 'open' | 'paid' | 'failed' | 'canceled' | 'unknown'

/** What the server answered, as far as a browser can see it. */
export interface ShopAnswer {
  status: number
  contentType: string
  body: string
  /** Where the answer redirects to. */
  location?: string | undefined
}

/** The way to a merchant's server. A check that needs a function which is missing is reported as not checked, never as passed. */
export interface MerchantShop {
  /** Makes an order of so many won and resolves with its id. Overseas the amount is the shop's choice: what `prepare` says counts. */
  createOrder(order: { goods: string; total: number }): Promise<string>
  /**
   * The fields that the server hands to the page for `PaypleCpayAuthCheck`, without `callbackFunction`; overseas those for
   * `paypleGpayPaymentRequest`, with `Authorization`.
   */
  prepare(orderId: string): Promise<Fields>
  /**
   * Hands a window's result to the server, as the page does after the callback, or Payple by form to `PCD_RST_URL`, overseas `resultUrl`. The suite changes
   * and repeats results; only the server's own checks stand in the way.
   */
  deliver(orderId: string, result: Fields): Promise<ShopAnswer>
  /** What the server believes now. */
  stateOf(orderId: string): Promise<ShopState>
  /** Posts a webhook to the server, in the form it expects. */
  webhook?(fields: Readonly<Record<string, unknown>>): Promise<ShopAnswer>
  /** Gives money back; all of it without `amount`. Rejects or resolves as it likes: what counts is what the gateway holds. */
  refund?(orderId: string, amount?: number): Promise<unknown>
  /** What the server does by itself later on: lookups, retries. Called before a doubt is judged. */
  later?(): Promise<unknown>
  /** Everything else of the shop that a browser can see, such as scripts and pages; searched for secrets. */
  visible?(): Promise<readonly string[]>
}
