import type { BuyerError } from './cards-api.ts'

/** `personal`: income deduction by phone number. `company`: proof of expense by business number. */
export type ReceiptUse = 'personal' | 'company'

/** Body of `POST /api/orders/:id/cash-receipt`. */
export interface ReceiptRequest {
  readonly use: ReceiptUse
  readonly number: string
}

export type ReceiptResult =
  | { readonly status: 'issued'; readonly number: string }
  | { readonly status: 'failed'; readonly error: BuyerError }
  | { readonly status: 'unknown' }

/** One rule for form and server. */
export function isReceiptNumber(use: ReceiptUse, text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, '')
  return use === 'personal' ? /^01\d{8,9}$/.test(digits) : /^\d{10}$/.test(digits)
}
