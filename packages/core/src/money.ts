import { decimalOf } from './currency.ts'
import type { Currency } from './currency.ts'
import { PaypleIntegrationError } from './errors/integration-error.ts'

/** True for an amount Payple can charge: a whole number of won, 1 or more, safe to count with. */
export function isWon(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}

/**
 * @param field name to blame in the message
 * @throws PaypleIntegrationError `AMOUNT_INVALID` unless `value` is whole won, 1 or more
 */
export function assertWon(value: unknown, field: string): asserts value is number {
  if (isWon(value)) return
  throw new PaypleIntegrationError('AMOUNT_INVALID', `"${field}" is ${String(value)}. Use whole won, 1 or more.`)
}

/**
 * Reads an amount as gateways print it: `"1000"`, `1000`, `"1,000"`, `" 1000 "`.
 *
 * @returns whole won, or `undefined` when the text is anything else (an empty string is not zero)
 */
export function readWon(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : undefined
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(text)) return undefined
  const amount = Number(text.replaceAll(',', ''))
  return Number.isSafeInteger(amount) ? amount : undefined
}

/** An order's money by tax treatment, all whole won. `total = taxable + vat + exempt`. */
export interface TaxSplit {
  readonly total: number
  readonly taxable: number
  readonly vat: number
  readonly exempt: number
}

/**
 * Splits a total that includes VAT: the taxed part holds 10 % VAT in it (1/11 of it, rounded half up), the exempt part none
 * (docs/protocol/domestic.md 7.2: Payple books 10 % by itself unless told the VAT part of a mixed order).
 *
 * @param total whole won the buyer pays
 * @param exempt how much of it is tax-free; default 0
 * @throws PaypleIntegrationError `AMOUNT_INVALID` when either is not whole won or `exempt` is more than `total`
 */
export function splitTax(total: number, exempt = 0): TaxSplit {
  assertWon(total, 'total')
  if (!Number.isSafeInteger(exempt) || exempt < 0 || exempt > total) {
    throw new PaypleIntegrationError('AMOUNT_INVALID', `"exempt" is ${exempt}. Use whole won between 0 and the total.`)
  }
  const taxed = total - exempt
  const vat = Math.floor((taxed * 2 + 11) / 22)
  return { total, taxable: taxed - vat, vat, exempt }
}

/** `1,000원` or `₩1,000`. */
export function formatWon(amount: number, locale: 'ko' | 'en' = 'ko'): string {
  const digits = String(amount).replace(/\B(?=(\d{3})+$)/g, ',')
  return locale === 'ko' ? `${digits}원` : `₩${digits}`
}

/** `1,000원` or `₩1,000`; dollars as `US$19.90` in both languages. */
export function formatMoney(amount: number, currency: Currency, locale: 'ko' | 'en' = 'ko'): string {
  if (currency === 'KRW') return formatWon(amount, locale)
  const [whole = '', cents = ''] = (amount === 0 ? '0.00' : decimalOf(amount, currency)).split('.')
  return `US$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`
}
