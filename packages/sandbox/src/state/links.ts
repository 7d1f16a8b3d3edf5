/** Payment links (docs/protocol/domestic.md section 7.3). */
import type { Merchant } from '../settings.ts'
import type { Fields } from '../wire/fields.ts'

/** One way to pay a link. */
export type LinkMeans = 'card-01' | 'card-02' | 'transfer'

/** A link that somebody can open. */
export interface LinkRecord {
  /** `PCD_LINK_KEY`. */
  key: string
  url: string
  merchant: Merchant
  /** What the buyer can choose from; never empty. */
  means: readonly LinkMeans[]
  goods: string
  /** Whole won. */
  total: number
  /** Epoch milliseconds after which it no longer opens; `undefined`: never. */
  expiresAt: number | undefined
  createdAt: number
  /** Order numbers under which it was opened. */
  orders: Set<string>
  /** As sent. */
  fields: Fields
}

const NINE_HOURS = 9 * 60 * 60 * 1000

/**
 * The moment `PCD_LINK_EXPIREDATE` ends: of a day (`yyyyMMdd`) or of an hour (`yyyyMMddHH`) in Korea, both of which are
 * in use (section 11.1 row 22). `NaN` for anything else.
 */
export function expiryOf(text: string): number {
  const [, year = '', month = '', day = '', hour] = /^(\d{4})(\d\d)(\d\d)(\d\d)?$/.exec(text) ?? []
  if (year === '' || month > '12' || month < '01' || day < '01' || day > '31' || (hour ?? '') > '23') return Number.NaN
  const [y, m, d] = [Number(year), Number(month) - 1, Number(day)]
  const end = hour === undefined ? Date.UTC(y, m, d + 1) : Date.UTC(y, m, d, Number(hour) + 1)
  return end - NINE_HOURS
}
