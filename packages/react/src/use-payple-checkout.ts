import { useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { sharedCheckout, type Checkout, type CheckoutSnapshot } from '@payple-kit/browser'
import type { CheckoutMethod, CheckoutOutcome } from '@payple-kit/core'
import { PaypleContext } from './payple-context.ts'
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

const delivered = new Set<CheckoutOutcome>()

/**
 * One order's checkout. All components with the same order and method share one attempt.
 *
 * @throws PaypleIntegrationError `PROVIDER_MISSING` outside a `PaypleProvider`
 */
export const usePaypleCheckout = (options: PaypleCheckoutOptions): PaypleCheckout => {
  const settings = useContext(PaypleContext)
  if (!settings) {
    // Put together by hand: the class would ride along in every bundle.
    throw Object.assign(new Error('PaypleProvider missing'), {
      name: 'PaypleIntegrationError',
      code: 'PROVIDER_MISSING',
    })
  }
  const { preload = 'mount' } = settings
  // The same object at every render, from the page's own store.
  const checkout = sharedCheckout({ ...options, ...settings })
  const snapshot = useSyncExternalStore(checkout.subscribe, checkout.getSnapshot, checkout.getServerSnapshot)
  const { outcome } = snapshot
  // Told before this component came: a buyer who goes back to the page must not be sent off it again.
  const told = useRef(delivered.has(outcome as CheckoutOutcome) && outcome)

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
