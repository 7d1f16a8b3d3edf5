export { gatewayOrigin, SCRIPT_PATHS } from './environment.ts'
export type { Environment } from './environment.ts'
export { CHECKOUT_METHODS } from './method.ts'
export type { CheckoutMethod } from './method.ts'
export type { BillingKeyRef, CheckoutOutcome, Payment } from './outcome.ts'
export type {
  CheckoutView,
  ErrorBody,
  PrepareBody,
  PreparedCheckout,
  ResultBody,
  WindowInstructions,
} from './companion-api.ts'

export { buyerText, paypleError } from './errors/payple-error.ts'
export type { BuyerText, ErrorText, Locale, PaypleError } from './errors/payple-error.ts'
export { isPaypleIntegrationError, PaypleIntegrationError } from './errors/integration-error.ts'
export { browserErrorText } from './errors/browser-errors.ts'
export type { BrowserErrorCode } from './errors/browser-errors.ts'

export { assertWon, formatWon, isWon, readWon, splitTax } from './money.ts'
export type { TaxSplit } from './money.ts'

export { WINDOW_FIELDS, WINDOW_KINDS } from './domestic/fields.ts'
export type { WindowField, WindowFieldName, WindowKind, WindowRequest } from './domestic/fields.ts'
export { assertWithinLimits, findLimitViolation, MINIMUM_WON } from './domestic/limits.ts'
export type { LimitViolation } from './domestic/limits.ts'
export { appCardPayment, cardPayment, cardRegistration, pinPayment } from './domestic/builders.ts'
export type { MonthlyGuard, Payer, PaymentWindowOptions, Tax, WindowAuth } from './domestic/builders.ts'
export { GOODS_MAX, tidyGoods } from './domestic/goods.ts'
export { readPaymentResult } from './domestic/result.ts'
export type { PaymentResult } from './domestic/result.ts'
export { authBody, readAuthAnswer } from './domestic/auth.ts'
export type { AuthAnswer, AuthPurpose, GatewayCredentials, GatewayTokens } from './domestic/auth.ts'
export { billingKeyLookupBody, cancelBody, confirmBody, lookupBody } from './domestic/operations.ts'
export { gatewayPath, KNOWN_CONFIRM_PATHS } from './domestic/path.ts'
export { kstDate, parseGatewayTime } from './domestic/time.ts'

export { resultCode } from './codes/result-code.ts'
export type { ResultCode } from './codes/result-code.ts'
export type { CodeRow, ResultKind } from './codes/row.ts'
export { PAYPLE_CODES } from './codes/payple-codes.ts'
export { INSTITUTION_CODES } from './codes/institution-codes.ts'
