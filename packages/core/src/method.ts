/**
 * What the buyer is asked for in the window (docs/protocol/domestic.md 3.9).
 *
 * - `card`: one-off card by number entry (`PCD_CARD_VER` 01)
 * - `app-card`: the issuer's app or ISP (`PCD_CARD_VER` 02); `naver-pay` and `kakao-pay` ask for one means and need a contract
 * - `card-pin`, `transfer-pin`: PIN payment (비밀번호 간편결제); the PIN is set the first time, later it is all the buyer types
 * - `transfer`: from a bank account
 * - `overseas-card`: a card issued abroad, in dollars or won, by Payple's overseas product (docs/protocol/overseas.md)
 * - `register-card`, `register-account`: registers for later charges, takes no money (`PCD_PAY_WORK` AUTH)
 */
export type CheckoutMethod =
  | 'card'
  | 'app-card'
  | 'naver-pay'
  | 'kakao-pay'
  | 'card-pin'
  | 'transfer'
  | 'transfer-pin'
  | 'overseas-card'
  | 'register-card'
  | 'register-account'

/** All checkout methods, in the order a shop would offer them. */
export const CHECKOUT_METHODS: readonly CheckoutMethod[] = [
  'card',
  'app-card',
  'naver-pay',
  'kakao-pay',
  'card-pin',
  'transfer',
  'transfer-pin',
  'overseas-card',
  'register-card',
  'register-account',
]

/** How an attempt is paid: in a window, by charging a billing key on the server, or behind a payment link. */
export type PaymentMethod = CheckoutMethod | 'billing-key' | 'overseas-billing-key' | 'link'

/** True for methods of Payple's overseas product: another gateway, other fields, another currency. */
export function isOverseas(method: PaymentMethod): method is 'overseas-card' | 'overseas-billing-key' {
  return method === 'overseas-card' || method === 'overseas-billing-key'
}
