/**
 * What the shop's pages and the shop's server say to each other.
 * Amounts only ever travel from the server to the browser.
 */
export type Text = { readonly ko: string; readonly en: string }

export type ArtName =
  | 'phone'
  | 'earbuds'
  | 'lamp'
  | 'keyboard'
  | 'speaker'
  | 'kettle'
  | 'cup'
  | 'battery'
  | 'clock'
  | 'beans'

/** `USD` for what is sold to visitors from abroad; amounts are cents then. */
export type Currency = 'KRW' | 'USD'

/** Answer of `GET /api/products`, one element. */
export interface Product {
  readonly id: string
  readonly name: Text
  readonly tagline: Text
  readonly description: Text
  readonly details: readonly { readonly label: Text; readonly value: Text }[]
  readonly art: ArtName
  /** VAT included, in the smallest unit: whole won, cents. */
  readonly price: number
  /** Default `KRW`. An order holds one currency only. */
  readonly currency?: Currency | undefined
  readonly badge?: Text | undefined
  readonly soldOut?: boolean | undefined
}

export interface CartLine {
  readonly productId: string
  readonly quantity: number
}

export interface Buyer {
  readonly name: string
  readonly phone: string
  readonly email: string
}

/** Body of `POST /api/orders`. No price is part of it: the server knows the prices. */
export interface NewOrder {
  readonly lines: readonly CartLine[]
  readonly buyer: Buyer
}

/** What the shop remembers about the money, told by the companion's `onSettled`. */
export interface OrderPayment {
  readonly oid: string
  readonly method: string
  readonly amount: number
  readonly paidAt: string
  readonly card?: { readonly name: string; readonly number: string } | undefined
  /** Of a transfer. */
  readonly bank?: { readonly name: string; readonly number: string } | undefined
  readonly receiptUrl?: string | undefined
  /** Given back so far. */
  readonly refunded?: number | undefined
  /** Number of the cash receipt, once it was asked for here. */
  readonly cashReceipt?: string | undefined
}

export interface OrderLine extends CartLine {
  readonly name: Text
  readonly art: ArtName
  /** Price of one piece when the order was placed. */
  readonly price: number
  readonly currency?: Currency | undefined
}

/**
 * `checking`: money may have moved and nobody knows yet. `failed`: the last attempt was refused, nothing was charged. `canceled`:
 * the buyer closed the window. These come from the companion's ledger at the moment of asking; what happened to money that
 * moved is stored by the shop.
 */
export type OrderState =
  | 'awaiting-payment'
  | 'checking'
  | 'failed'
  | 'canceled'
  | 'paid'
  | 'partially-refunded'
  | 'refunded'

/** Answer of `POST /api/orders` and `GET /api/orders/:id`. */
export interface Order {
  readonly id: string
  readonly state: OrderState
  readonly createdAt: string
  readonly total: number
  /** Default `KRW`. */
  readonly currency?: Currency | undefined
  readonly lines: readonly OrderLine[]
  readonly buyer: Buyer
  readonly payment?: OrderPayment | undefined
  /** With `checking`: what the return page follows. */
  readonly checkoutId?: string | undefined
}

/** Answer of `GET /api/orders?before=<next>`, newest first. */
export interface OrderPage {
  readonly orders: readonly Order[]
  /** Pass it as `before` for the next page; absent on the last one. */
  readonly next?: number | undefined
}

/** Body of every 4xx and 5xx answer of the shop. */
export interface ShopErrorBody {
  readonly error: { readonly code: string; readonly message: string; readonly field?: string | undefined }
}

/** Most pieces of one product in one order. */
export const MAX_QUANTITY = 10

/** Most different products in one order. */
export const MAX_LINES = 20
