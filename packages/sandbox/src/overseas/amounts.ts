/** Amounts as section 3.5 of docs/protocol/overseas.md takes them. */

/** Currencies that some source names. */
const CURRENCIES = ['USD', 'KRW'] as const
export type OverseasCurrency = (typeof CURRENCIES)[number]

/** What was sent as a currency, when it is one. */
export function currencyOf(text: string): OverseasCurrency | undefined {
  return CURRENCIES.find((currency) => currency === text)
}

/**
 * The smallest unit: cents of `^\d+(\.\d{1,2})?$`, whole won. Zero and everything else is no amount.
 *
 * @param text what was sent; numbers are printed before
 */
export function smallestUnit(text: string, currency: OverseasCurrency): number | undefined {
  const [, whole = '', cents = ''] = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text) ?? []
  if (whole === '' || (currency === 'KRW' && text.includes('.'))) return undefined
  const amount = currency === 'KRW' ? Number(whole) : Number(whole) * 100 + Number(cents.padEnd(2, '0'))
  return amount > 0 ? amount : undefined
}

/** The smallest unit as the documents print it: `0.10`, `1000`. */
export function printed(amount: number, currency: OverseasCurrency): string {
  if (currency === 'KRW') return String(amount)
  return `${Math.trunc(amount / 100)}.${String(amount % 100).padStart(2, '0')}`
}
