/** For tests of a merchant's own server: a conformance suite, and the things such tests need. */
export { conformance, CHECKS } from './run.ts'
export type { ConformanceOptions, ConformanceReport, ConformanceResult } from './run.ts'
export { formatReport } from './report.ts'
export type { FormatOptions } from './report.ts'
export { companionShop } from './companion-shop.ts'
export type { CompanionShopOptions } from './companion-shop.ts'
export type { Check, Order, Scene } from './check.ts'
export type { MerchantShop, ShopAnswer, ShopState } from './shop.ts'
export { payIn } from './buyer.ts'
export { payOverseasIn } from './overseas-buyer.ts'
export {
  cancelWebhook,
  certResult,
  closeResult,
  errorResult,
  overseasResult,
  overseasWebhook,
  payResult,
  paymentWebhook,
} from './factories.ts'
