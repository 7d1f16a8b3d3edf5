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
export function deliver(outcome: CheckoutOutcome, callbacks: CheckoutCallbacks): void {
  const { onOutcome, onPaid, onRegistered, onCanceled, onFailed, onUnknown } = callbacks
  try {
    onOutcome?.(outcome)
    if (outcome.status === 'paid') onPaid?.(outcome.payment)
    else if (outcome.status === 'registered') onRegistered?.(outcome.billingKey)
    else if (outcome.status === 'failed') onFailed?.(outcome.error)
    else if (outcome.status === 'unknown') onUnknown?.(outcome.checkoutId)
    else onCanceled?.()
  } catch (error) {
    reportError(error)
  }
}
