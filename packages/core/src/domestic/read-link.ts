import { stripTestPrefix } from '../codes/normalize.ts'
import { readWon } from '../money.ts'
import { fieldReader, readHttps, readStatus } from './read-fields.ts'
import type { AnswerStatus } from './read-fields.ts'

/** A created payment link (docs/protocol/domestic.md 7.3). */
export interface LinkResult {
  /** From `PCD_LINK_RST`; a refusal may speak in `PCD_PAY_RST`. */
  readonly status: AnswerStatus
  readonly code?: string | undefined
  readonly message?: string | undefined
  /** `PCD_LINK_KEY`. */
  readonly key?: string | undefined
  /** Where the buyer pays. https only; anything else is dropped, so a `success` may be without one. */
  readonly url?: string | undefined
  /** Echo of the amount, whole won. */
  readonly total?: number | undefined
}

/**
 * Reads the answer of a link creation. Never throws.
 *
 * @param loopback true also takes `http://127.0.0.1…` and `http://localhost…`, for a local sandbox. Default false
 */
export function readLink(raw: unknown, loopback = false): LinkResult {
  const reader = fieldReader(raw)
  if (reader === undefined) return { status: 'unreadable' }
  const { text } = reader
  const url = text('PCD_LINK_URL')
  const local = loopback && /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/[^\s"'<>\\]*)?$/i.test(url ?? '')
  return {
    status: readStatus(text('PCD_LINK_RST', 'PCD_PAY_RST')),
    code: stripTestPrefix(text('PCD_LINK_CODE', 'PCD_PAY_CODE')),
    message: text('PCD_LINK_MSG', 'PCD_PAY_MSG'),
    key: text('PCD_LINK_KEY'),
    url: local ? url : readHttps(url),
    total: readWon(text('PCD_PAY_TOTAL')),
  }
}

/** The link with the shop's order number on it; without one Payple makes up `LINK…` (docs/protocol/domestic.md 7.3). */
export function linkWithOid(url: string, oid: string): string {
  const [address, ...fragment] = url.split('#')
  const marked = `${address}${address?.includes('?') === true ? '&' : '?'}OID=${encodeURIComponent(oid)}`
  return [marked, ...fragment].join('#')
}
