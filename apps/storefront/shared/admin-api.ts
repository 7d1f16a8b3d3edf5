/** `disabled`: the server was started without `SHOP_ADMIN_PASSWORD`. */
export type AdminState = 'disabled' | 'out' | 'in'

/** One entry of the attention list, as the companion tells it. */
export interface Doubt {
  readonly id: number
  readonly kind: string
  /** What it is about: a checkout, a refund, a webhook. */
  readonly subject: string
  readonly orderId?: string | undefined
  readonly detail?: string | undefined
  readonly raisedAt: string
  readonly advice: string
}

/** Answer of `GET /api/admin/attention?before=<next>`, newest first. */
export interface AttentionPage {
  readonly items: readonly Doubt[]
  readonly next?: number | undefined
}
