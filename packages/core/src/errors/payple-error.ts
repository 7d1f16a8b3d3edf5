/**
 * How trouble is told: as a value with a code, a hint for developers and words for the buyer.
 * Outcomes carry this value. Only defects of the integration are thrown, see `PaypleIntegrationError`.
 */

/** The two languages every buyer-facing text exists in. */
export type Locale = 'ko' | 'en'

/** One sentence for the buyer in both languages. Never contains a key, a token or card digits. */
export type BuyerText = Readonly<Record<Locale, string>>

/** Both languages side by side. */
export const buyerText = (ko: string, en: string): BuyerText => ({ ko, en })

/** A failure as data. It crosses the wire between companion and browser unchanged. */
export interface PaypleError {
  /** Stable, upper-case code. Switch on this; texts may change. */
  readonly code: string
  /** For developers: what happened and what to do. English, not for buyers. */
  readonly message: string
  /** For buyers, in ko and en. */
  readonly buyer: BuyerText
  /** Field of the request that was refused, when one field is to blame. */
  readonly field?: string | undefined
  /** The rule the field broke, e.g. `at most 64 characters`. */
  readonly rule?: string | undefined
  /** Payple's own result code, e.g. `CPCA0022`, without the `[test]` prefix. */
  readonly gatewayCode?: string | undefined
}

/** A row of an error table: developer hint and buyer text for one code. */
export interface ErrorText {
  readonly message: string
  readonly buyer: BuyerText
}

/**
 * Builds a `PaypleError` from a table entry.
 *
 * @param table the room's own error table
 * @param code a key of that table
 * @param details extra facts: `field`, `rule`, `gatewayCode`, or a longer `message`
 */
export function paypleError<Table extends Readonly<Record<string, ErrorText>>>(
  table: Table,
  code: keyof Table & string,
  details?: Partial<Omit<PaypleError, 'code'>>,
): PaypleError {
  return { code, ...(table[code] as ErrorText), ...details }
}
