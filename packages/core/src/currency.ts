import { PaypleIntegrationError } from './errors/integration-error.ts'

/** What a payment is made in. Dollars by the overseas product only (docs/protocol/overseas.md 3.5). */
export type Currency = 'KRW' | 'USD'

/** All currencies. */
export const CURRENCIES: readonly Currency[] = ['KRW', 'USD']

/** Digits after the point. */
const DIGITS: Readonly<Record<Currency, number>> = { KRW: 0, USD: 2 }

const RULES: Readonly<Record<Currency, string>> = {
  KRW: 'whole won',
  USD: "dollars and cents as a text such as '19.90'; a bare number cannot hold cents exactly, and could be meant in dollars or in cents",
}

/**
 * Reads an amount that a shop gave: a whole number of won, or a decimal text, which dollars must be.
 *
 * @returns the amount in the smallest unit (won, cents), 0 or more; or the rule that it breaks
 */
export function parseAmount(value: number | string, currency: Currency): number | { readonly rule: string } {
  const digits = DIGITS[currency]
  const rule = { rule: RULES[currency] }
  if (typeof value === 'number') return digits === 0 && Number.isSafeInteger(value) && value >= 0 ? value : rule
  return minor(value, digits) ?? rule
}

/**
 * Reads an amount as the overseas gateway prints it: `"0.10"`, `"1"`, `"1.00"`, or a number (docs/protocol/overseas.md 3.5).
 *
 * @returns the smallest unit, or `undefined` when the text is no amount of this currency
 */
export function readAmount(value: unknown, currency: Currency): number | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value).trim()
  // "1000.00" won are 1,000 won; "1000.5" are none.
  const whole = DIGITS[currency] === 0 ? text.replace(/\.0+$/, '') : text
  return minor(whole, DIGITS[currency])
}

/** Digits are moved as text: a product with 100 would make 19.90 into 1989.9999999999998. */
function minor(text: string, digits: number): number | undefined {
  const match = /^(\d{1,15})(?:\.(\d+))?$/.exec(text)
  const [, whole = '', fraction = ''] = match ?? []
  if (match === null || fraction.length > digits) return undefined
  const amount = Number(whole + fraction.padEnd(digits, '0'))
  return Number.isSafeInteger(amount) ? amount : undefined
}

/**
 * Prints an amount as the overseas gateway reads it, with exactly the currency's digits: `19.90`, `1000`.
 *
 * @param amount in the smallest unit
 * @throws PaypleIntegrationError `AMOUNT_INVALID` unless it is a whole number, 1 or more
 */
export function decimalOf(amount: number, currency: Currency): string {
  if (!Number.isSafeInteger(amount) || amount < 1)
    throw new PaypleIntegrationError(
      'AMOUNT_INVALID',
      `"amount" is ${amount}. Use a whole number of the smallest unit, 1 or more.`,
    )
  const digits = DIGITS[currency]
  const text = String(amount).padStart(digits + 1, '0')
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`
}
