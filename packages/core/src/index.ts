export { gatewayOrigin, overseasOrigin, overseasScriptUrl, SCRIPT_PATHS } from './environment.ts'
export type { Environment } from './environment.ts'
export { CHECKOUT_METHODS, isOverseas } from './method.ts'
export type { CheckoutMethod, PaymentMethod } from './method.ts'
export type { BillingKeyRef, CheckoutOutcome, Payment } from './outcome.ts'
export type {
  CheckoutView,
  ErrorBody,
  OpenedWindow,
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

export { CURRENCIES, decimalOf, parseAmount, readAmount } from './currency.ts'
export type { Currency } from './currency.ts'
export { assertWon, formatMoney, formatWon, isWon, readWon, splitTax } from './money.ts'
export type { TaxSplit } from './money.ts'

export { WINDOW_FIELDS, WINDOW_KINDS } from './domestic/fields.ts'
export type { WindowField, WindowFieldName, WindowKind, WindowRequest } from './domestic/fields.ts'
export { assertWithinLimits, findLimitViolation, MINIMUM_WON } from './domestic/limits.ts'
export type { LimitViolation } from './domestic/field-rules.ts'
export { appCardPayment, cardPayment, cardRegistration } from './domestic/builders/card.ts'
export { accountRegistration, transferPayment } from './domestic/builders/transfer.ts'
export { pinPayment } from './domestic/builders/pin.ts'
export { buildWindowRequest, isRegistration, payTypeOf } from './domestic/builders/by-method.ts'
export type { DomesticMethod, WindowRequestOptions } from './domestic/builders/by-method.ts'
export type {
  MonthlyGuard,
  Payer,
  PaymentWindowOptions,
  RegistrationOptions,
  Tax,
  UserDefined,
  WindowAuth,
} from './domestic/builders/options.ts'
export { GOODS_MAX, tidyGoods } from './domestic/goods.ts'
export { readPaymentResult } from './domestic/result.ts'
export type { PaymentResult } from './domestic/payment-result.ts'
export { authBody, readAuthAnswer } from './domestic/auth.ts'
export type { AuthAnswer, GatewayCredentials, GatewayTokens } from './domestic/auth.ts'
export { chargePurpose } from './domestic/auth-purpose.ts'
export type { AuthPurpose } from './domestic/auth-purpose.ts'
export { billingKeyLookupBody, keyDeleteBody } from './domestic/operations/billing-key.ts'
export type { BillingKeyOptions } from './domestic/operations/billing-key.ts'
export { cancelBody } from './domestic/operations/cancel.ts'
export { chargeBody } from './domestic/operations/charge.ts'
export type { CashReceiptFor, ChargeOptions } from './domestic/operations/charge.ts'
export { confirmBody } from './domestic/operations/confirm.ts'
export { linkBody } from './domestic/operations/link.ts'
export type { LinkOptions } from './domestic/operations/link.ts'
export { lookupBody } from './domestic/operations/lookup.ts'
export { receiptBody } from './domestic/operations/receipt.ts'
export type { ReceiptOptions } from './domestic/operations/receipt.ts'
export type { CashReceiptResult } from './domestic/cash-receipt.ts'
export { readBillingKey } from './domestic/read-billing-key.ts'
export type { BillingKeyInfo } from './domestic/read-billing-key.ts'
export { readKeyDeletion } from './domestic/read-key-deletion.ts'
export type { KeyDeletion } from './domestic/read-key-deletion.ts'
export { linkWithOid, readLink } from './domestic/read-link.ts'
export type { LinkResult } from './domestic/read-link.ts'
export { readReceipt } from './domestic/read-receipt.ts'
export type { ReceiptResult } from './domestic/read-receipt.ts'
export { readWebhook } from './domestic/read-webhook.ts'
export type { WebhookEvent } from './domestic/read-webhook.ts'
export { gatewayPath, KNOWN_CONFIRM_PATHS } from './domestic/path.ts'
export { kstDate, kstHour, parseGatewayTime } from './domestic/time.ts'

export { readTokenAnswer, tokenBody } from './overseas/token.ts'
export type { OverseasCredentials, TokenAnswer } from './overseas/token.ts'
export { buildOverseasRequest } from './overseas/window-request.ts'
export type { OverseasWindowOptions } from './overseas/window-request.ts'
export { overseasCancelBody, overseasChargeBody, overseasLookupBody } from './overseas/operations.ts'
export type { OverseasChargeOptions } from './overseas/operations.ts'
export { readOverseasResult } from './overseas/result.ts'
export type { OverseasResult } from './overseas/result.ts'

export { isKeyRemoved } from './codes/key-removed.ts'
export { resultCode } from './codes/result-code.ts'
export type { ResultCode } from './codes/result-code.ts'
export type { CodeRow, ResultKind } from './codes/row.ts'
export { OVERSEAS_CODES } from './codes/overseas-codes.ts'
export { PAYPLE_CODES } from './codes/payple-codes.ts'
export { INSTITUTION_CODES } from './codes/institution-codes.ts'
