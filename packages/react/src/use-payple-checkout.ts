import { useEffect, useRef, useSyncExternalStore } from 'react'
import { sharedCheckout, type Checkout, type CheckoutSnapshot } from '@payple-kit/browser'
import type { CheckoutMethod, CheckoutOutcome } from '@payple-kit/core'
import { useSettings } from './payple-context.ts'
import { deliver, type CheckoutCallbacks } from './deliver.ts'

/** Options of `usePaypleCheckout`. Callbacks may change at every render. */
export interface PaypleCheckoutOptions extends CheckoutCallbacks {
  /** The shop's order. The companion knows goods and amount. */
  readonly orderId: string
  /** Default `app-card`. */
  readonly method?: CheckoutMethod | undefined
}

/** The snapshot, and what can be done about it. The functions never change while order and method stay. */
export type PaypleCheckout = CheckoutSnapshot & Pick<Checkout, 'start' | 'cancel' | 'reset' | 'prepare'>

const delivered = new WeakSet<CheckoutOutcome>()

/**
 * One order's checkout. All components with the same order and method share one attempt.
 *
 * @throws PaypleIntegrationError `PROVIDER_MISSING` outside a `PaypleProvider`
 */
export function usePaypleCheckout(options: PaypleCheckoutOptions): PaypleCheckout {
  const { companion, display, nonce, preload = 'mount' } = useSettings()
  const { orderId, method } = options
  // The same object at every render, from the page's own store.
  const checkout = sharedCheckout({ companion, display, nonce, orderId, method })
  const snapshot = useSyncExternalStore(checkout.subscribe, checkout.getSnapshot, checkout.getServerSnapshot)
  const { outcome } = snapshot
  // Told before this component came: a buyer who goes back to the page must not be sent off it again.
  const told = useRef(outcome && delivered.has(outcome) ? outcome : undefined)

  useEffect(() => {
    if (preload === 'mount') void checkout.prepare()
  }, [preload, checkout])

  // Every render brings new callbacks; `told` keeps an outcome from being told to each of them.
  useEffect(() => {
    if (outcome && outcome !== told.current) {
      delivered.add((told.current = outcome))
      deliver(outcome, options)
    }
  })
  return { ...checkout, ...snapshot }
}
