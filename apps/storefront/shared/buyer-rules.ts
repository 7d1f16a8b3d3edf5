import type { Buyer } from './shop-api.ts'

/**
 * One set of rules for form and server: a form that accepts what the server refuses helps nobody.
 * The limits are the smallest ones Payple is known to enforce.
 */
export type BuyerField = keyof Buyer
export type BuyerProblem = 'required' | 'invalid' | 'too-long'

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/
const PHONE = /^0\d{8,10}$/

/** Digits only, the way Payple wants a phone number. */
export function phoneDigits(phone: string): string {
  return phone.replace(/[\s-]/g, '')
}

/** Says what is wrong with one field, or nothing. */
export function buyerProblem(field: BuyerField, value: string): BuyerProblem | undefined {
  const text = value.trim()
  if (text === '') return 'required'
  if (field === 'name') return text.length > 20 ? 'too-long' : undefined
  if (field === 'phone') return PHONE.test(phoneDigits(text)) ? undefined : 'invalid'
  if (text.length > 50) return 'too-long'
  return EMAIL.test(text) ? undefined : 'invalid'
}
