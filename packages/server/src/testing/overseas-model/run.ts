/** A shop in the middle of a history: what the buyer has open, what came back, and the gateway's messages on their way. */
import type { OpenedWindow, PreparedCheckout } from '@payple-kit/core'

import type { TestShop } from '../test-shop.ts'

export type Prepared = Extract<PreparedCheckout, { kind: 'window' }>

/** The shop, two companions over one ledger, and what is on its way. */
export interface Run {
  readonly shop: TestShop
  readonly companions: readonly TestShop['payple'][]
  readonly windows: Prepared[]
  /** The token of each window that was opened. A page may use one again. */
  readonly opened: Map<string, OpenedWindow>
  readonly results: { readonly action: string; readonly result: Record<string, string> }[]
  readonly post: Request[]
  readonly byHand: Set<string>
  billingKey?: string
}
