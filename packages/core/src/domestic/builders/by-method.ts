/** From a checkout method to its window, as data: nobody else needs a switch. */
import { isOverseas } from '../../method.ts'
import type { CheckoutMethod } from '../../method.ts'
import type { WindowRequest } from '../fields.ts'
import { appCardPayment, cardPayment, cardRegistration } from './card.ts'
import type { ExtraOptions, PaymentWindowOptions } from './options.ts'
import { pinPayment } from './pin.ts'
import { accountRegistration, transferPayment } from './transfer.ts'

/** Options of `buildWindowRequest`: whatever some window takes. A registration leaves goods, amount, tax and extras out. */
export interface WindowRequestOptions extends Omit<PaymentWindowOptions, 'goods' | 'total'>, ExtraOptions {
  /** Needed unless the method is a registration. */
  readonly goods?: string | undefined
  /** Whole won. Needed unless the method is a registration. */
  readonly total?: number | undefined
}

type Options = PaymentWindowOptions & ExtraOptions

/** Methods of the domestic window. */
export type DomesticMethod = Exclude<CheckoutMethod, 'overseas-card'>

const WINDOWS: Readonly<Record<DomesticMethod, readonly ['card' | 'transfer', (options: Options) => WindowRequest]>> = {
  card: ['card', cardPayment],
  'app-card': ['card', appCardPayment],
  'naver-pay': ['card', (options) => appCardPayment({ ...options, wallet: 'naverPay' })],
  'kakao-pay': ['card', (options) => appCardPayment({ ...options, wallet: 'kakaoPay' })],
  'card-pin': ['card', pinPayment],
  transfer: ['transfer', transferPayment],
  'transfer-pin': ['transfer', (options) => pinPayment({ ...options, type: 'transfer' })],
  'register-card': ['card', cardRegistration],
  'register-account': ['transfer', accountRegistration],
}

/**
 * The window request of a checkout method (docs/protocol/domestic.md 3.9).
 *
 * @throws PaypleIntegrationError `FIELD_INVALID` that names field and rule, also when an option is none of this window's
 * (a cash receipt by card, the monthly guard with an app card); `AMOUNT_INVALID` without whole won
 */
export function buildWindowRequest(method: DomesticMethod, options: WindowRequestOptions): WindowRequest {
  return WINDOWS[method][1]({ ...options, goods: options.goods ?? '', total: options.total ?? Number.NaN })
}

/** `PCD_PAY_TYPE` of a checkout method: what lookups, charges and refunds of it must say. */
export function payTypeOf(method: CheckoutMethod): 'card' | 'transfer' {
  return isOverseas(method) ? 'card' : WINDOWS[method][0]
}

/** True for the methods that register a card or an account and take no money. */
export function isRegistration(method: CheckoutMethod): method is 'register-card' | 'register-account' {
  return method === 'register-card' || method === 'register-account'
}
