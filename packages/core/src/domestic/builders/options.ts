/** Options of the window builders, in plain English. Names of Payple's fields stand in the doc comments. */

/** How the window proves which shop it is for (docs/protocol/domestic.md 1.2.1). */
export type WindowAuth =
  /** The current way: the public client key. */
  | { readonly clientKey: string }
  /** The manual of 2020: the script POSTs to this endpoint of the shop. An absolute path, or a full URL. */
  | { readonly file: string }
  /** Pre-authenticated by the server: `AuthKey` and `return_url` of `auth.php`. */
  | { readonly authKey: string; readonly payUrl: string }

/** Who pays. All optional; Payple notifies the buyer when phone or e-mail are given. */
export interface Payer {
  /** The shop's member number: digits, at most 18. */
  readonly memberNo?: string | number | undefined
  /** At most 20 characters. Some issuers decline when it is not the card holder's. */
  readonly name?: string | undefined
  /** Digits; anything else in it is dropped. */
  readonly phone?: string | undefined
  /** At most 50 characters. */
  readonly email?: string | undefined
}

/** Leave out for a fully taxed order; Payple then books 10 % VAT (docs/protocol/domestic.md 7.2). */
export type Tax =
  /** Nothing in the order is taxed. */
  | { readonly exempt: true }
  /** Mixed order: the VAT part in whole won. */
  | { readonly vat: number }

/** `PCD_USER_DEFINE1` and `2`: two texts of the shop, at most 2048 characters each. Not echoed everywhere (11.2 U15). */
export type UserDefined = readonly [(string | undefined)?, (string | undefined)?]

/** Once-a-month guard: Payple refuses a second charge of one billing key for this year and month. */
export interface MonthlyGuard {
  /** Four digits. */
  readonly year: string
  /** Two digits with the leading zero. */
  readonly month: string
}

/** What every window takes. */
export interface CommonOptions {
  readonly auth: WindowAuth
  /** `PCD_RST_URL`. A path keeps the layer or tab; an absolute URL opens the page directly. Default `/`. */
  readonly resultUrl?: string | undefined
  readonly payer?: Payer | undefined
  /** Echoed back by Payple in the window result only. */
  readonly userDefined?: UserDefined | undefined
}

/** Options of a registration, which takes no money: no goods, no amount (docs/protocol/domestic.md 3.8, pitfall 15). */
export interface RegistrationOptions extends CommonOptions {
  /** `PCD_PAY_OID`; Payple makes one up when it is left out. */
  readonly orderId?: string | undefined
  /** Also sets a six-digit PIN in the window (3.9, PIN payment with work AUTH). Default no. */
  readonly pin?: boolean | undefined
}

/** Options of every window that takes money. */
export interface PaymentWindowOptions extends CommonOptions {
  /** `CERT` (default): the server confirms afterwards. `PAY`: money moves in the window. */
  readonly work?: 'CERT' | 'PAY' | undefined
  /** What is bought, at most 50 characters without emoji; see `tidyGoods`. */
  readonly goods: string
  /** Whole won: at least 100 by card, 1,000 by transfer. */
  readonly total: number
  /** `PCD_PAY_OID`: unique per attempt, at most 30 of letters, digits, `_`, `-`. */
  readonly orderId: string
  readonly tax?: Tax | undefined
}

/** What some windows take besides; the field table says which, and the limits refuse the rest. */
export interface ExtraOptions {
  /** Not with an app card, which has no billing key to count by (docs/protocol/domestic.md 6.1). */
  readonly monthlyGuard?: MonthlyGuard | undefined
  /** Billing key of a returning PIN customer. A secret: server side only, never printed in a page. */
  readonly payerId?: string | undefined
  /** Transfers only: the window asks for a cash receipt (`PCD_TAXSAVE_FLAG`). Default no. */
  readonly cashReceipt?: boolean | undefined
}
