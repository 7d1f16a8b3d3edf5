import { toBase64Url } from './base64.ts'
import type { World } from './world.ts'

/** Random, 128 bits: whoever does not hold it cannot guess it. The only id in URLs. */
export function newCheckoutId({ ids }: Pick<World, 'ids'>): string {
  return toBase64Url(ids(16))
}

/** Shape of a checkout id; anything else is not even looked up. */
export function isCheckoutId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text)
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const KST_OFFSET_MS = 9 * 60 * 60 * 1000

/**
 * The gateway's order number of one attempt, such as `261122-143005-7k3m9q2c4w8x`: Korean date and time, so that a list in
 * partner admin sorts by time, and 60 random bits, because the public test account is shared with strangers
 * (docs/protocol/domestic.md 1.3). 26 characters of 30. Never holds the shop's order id, which may be long or private.
 */
export function newOid({ ids, clock }: Pick<World, 'ids' | 'clock'>): string {
  const stamp = new Date(clock() + KST_OFFSET_MS).toISOString().replace(/\D/g, '')
  const random = Array.from(ids(12), (byte) => ALPHABET[byte & 31]).join('')
  return `${stamp.slice(2, 8)}-${stamp.slice(8, 14)}-${random}`
}

/** Our reference of a billing key. */
export function newBillingKeyId({ ids }: Pick<World, 'ids'>): string {
  return `bk_${toBase64Url(ids(16))}`
}

/** Name of one claim on a row. */
export function newClaimToken({ ids }: Pick<World, 'ids'>): string {
  return toBase64Url(ids(12))
}

/** Our reference of a refund. */
export function newRefundId({ ids }: Pick<World, 'ids'>): string {
  return `rf_${toBase64Url(ids(16))}`
}

const CODE_ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/**
 * The `code` of an overseas token request: ten letters and digits. Sources disagree whether both kinds must occur
 * (docs/protocol/overseas.md 8.1 row 3), so both always do.
 */
export function newTokenCode({ ids }: Pick<World, 'ids'>): string {
  const [letter = 0, digit = 0, ...rest] = ids(10)
  const any = rest.map((byte) => CODE_ALPHABET[byte & 31]).join('')
  return `${CODE_ALPHABET[letter & 15]}${(digit & 7) + 2}${any}`
}
