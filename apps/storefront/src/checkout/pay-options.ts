import type { CheckoutMethod } from '@payple-kit/core'
import type { IconName } from '../art/icons.tsx'

/** The methods this shop offers in the window, in the order it offers them. Which ones an account may use is in its contract. */
export const SHOP_METHODS = [
  'card',
  'app-card',
  'naver-pay',
  'kakao-pay',
  'transfer',
] as const satisfies CheckoutMethod[]

/** What an order in dollars can be paid with. */
export const OVERSEAS_METHODS = ['overseas-card'] as const satisfies CheckoutMethod[]

export type ShopMethod = (typeof SHOP_METHODS)[number] | (typeof OVERSEAS_METHODS)[number]

export const METHOD_ICONS: Readonly<Record<ShopMethod, IconName>> = {
  card: 'card',
  'app-card': 'phone',
  'naver-pay': 'wallet',
  'kakao-pay': 'wallet',
  transfer: 'bank',
  'overseas-card': 'card',
}

/** How the buyer pays: in Payple's window, or with a saved card (`bk_…`) and no window. */
export type PayChoice = { readonly method: ShopMethod } | { readonly card: string }
