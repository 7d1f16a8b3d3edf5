export { browserError } from './browser-error.ts'
export { createCheckout } from './checkout.ts'
export { sharedCheckout } from './shared-checkout.ts'
export type {
  Checkout,
  CheckoutDisplay,
  CheckoutOptions,
  CheckoutSnapshot,
  CheckoutStatus,
  CheckoutWorld,
} from './checkout-types.ts'
export { createCheckoutReturn } from './checkout-return.ts'
export type { CheckoutReturn, CheckoutReturnOptions, ReturnSnapshot, ReturnStatus } from './checkout-return.ts'
export { createCompanion } from './companion.ts'
export type { Companion, Reply } from './companion.ts'
export { loadPayple } from './load-payple.ts'
export { loadScript } from './load-script.ts'
export type { LoadScriptOptions, ScriptFailure } from './load-script.ts'
export { isPaypleLoaded, openPaymentWindow } from './payment-window.ts'
export type { PaymentWindowOptions, WindowEnd } from './payment-window.ts'
