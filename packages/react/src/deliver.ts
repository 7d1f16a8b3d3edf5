import type { BillingKeyRef, CheckoutOutcome, Payment, PaypleError } from '@payple-kit/core'

/**
 * What happens after the outcome. Each outcome is told once, also when `unknown` becomes `paid` later.
 * An error in one of these goes to `window.onerror` and changes nothing about the payment.
 */
export interface CheckoutCallbacks {
  readonly onPaid?: ((payment: Payment) => void) | undefined
  readonly onRegistered?: ((billingKey: BillingKeyRef) => void) | undefined
  readonly onCanceled?: (() => void) | undefined
  /** Nothing was charged. */
  readonly onFailed?: ((error: PaypleError) => void) | undefined
  /** In doubt for about 20 s. Another callback follows when it is known. */
  readonly onUnknown?: ((checkoutId: string) => void) | undefined
  /** All of the above in one. */
  readonly onOutcome?: ((outcome: CheckoutOutcome) => void) | undefined
}

/** Calls what the shop asked for. Its own errors are its own: they neither break the page nor look like a failed payment. */
export const deliver = (outcome: CheckoutOutcome, callbacks: CheckoutCallbacks): void => {
  // Besides its status an outcome has what its own callback is told, or nothing.
  const { status, ...told } = outcome
  const name = status.replace(/./, (first) => `on${first.toUpperCase()}`) as keyof CheckoutCallbacks
  try {
    callbacks.onOutcome?.(outcome)
    callbacks[name]?.(...(Object.values(told) as [never]))
  } catch (error) {
    reportError(error)
  }
}
