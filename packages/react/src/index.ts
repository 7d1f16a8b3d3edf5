'use client'
export { PaypleProvider } from './payple-provider.tsx'
export type { PaypleProviderProps } from './payple-context.ts'
export { PaypleCheckoutButton } from './payple-checkout-button.tsx'
export type { CompanionButtonProps, DirectButtonProps, PaypleCheckoutButtonProps } from './payple-checkout-button.tsx'
export { usePaypleCheckout } from './use-payple-checkout.ts'
export type { CheckoutCallbacks } from './deliver.ts'
export type { PaypleCheckout, PaypleCheckoutOptions } from './use-payple-checkout.ts'
export { usePaypleWindow } from './use-payple-window.ts'
export type { PaypleWindow, PaypleWindowOptions } from './use-payple-window.ts'
export { usePaymentReturn } from './use-payment-return.ts'
export type { PaymentReturn, PaymentReturnOptions } from './use-payment-return.ts'
export type { UnverifiedResult } from './unverified-result.ts'
export type {
  CheckoutDisplay,
  CheckoutSnapshot,
  CheckoutStatus,
  ReturnSnapshot,
  ReturnStatus,
} from '@payple-kit/browser'
export type {
  BillingKeyRef,
  CheckoutMethod,
  CheckoutOutcome,
  Environment,
  Locale,
  Payment,
  PaypleError,
  WindowRequest,
} from '@payple-kit/core'
