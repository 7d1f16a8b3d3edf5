import { createContext, type Context, type ReactNode } from 'react'
import type { CheckoutDisplay } from '@payple-kit/browser'
import type { Locale } from '@payple-kit/core'

/** Props of `PaypleProvider`. Nothing here is secret, and nothing secret fits. */
export interface PaypleProviderProps {
  /** Mount path of the companion, or its absolute URL, without a trailing slash. Default `/payple`. */
  readonly companion?: string | undefined
  /** Language of the button. Default `ko`. */
  readonly locale?: Locale | undefined
  /** CSP nonce for script tags. */
  readonly nonce?: string | undefined
  /**
   * When an order's window is prepared: with the page, when the buyer reaches for the button, or at the click. Default `mount`:
   * the other two may come too late for a phone that must open a tab.
   */
  readonly preload?: 'mount' | 'intent' | 'click' | undefined
  /** How the window is shown. Default `auto`: the page itself on phones, else a layer (docs/protocol/domestic.md 3.5). */
  readonly display?: CheckoutDisplay | undefined
  readonly children?: ReactNode
}

/** The provider's props as they are: whoever reads them keeps to primitives, so that a new object costs nothing. */
export const PaypleContext: Context<PaypleProviderProps | null> = createContext<PaypleProviderProps | null>(null)
