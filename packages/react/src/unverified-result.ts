import type { WindowEnd } from '@payple-kit/browser'
import type { PaypleError } from '@payple-kit/core'

/**
 * What the page was told about a payment, by whoever could reach the page. Nothing is paid until your server has compared
 * order number and amount, and confirmed or looked up the payment at Payple (docs/protocol/domestic.md 3.6, 5).
 */
export interface UnverifiedResult {
  readonly verified: false
  /**
   * `success` and `error` are `PCD_PAY_RST`; `closed`: by the buyer, Back, or this page; `failed`: the window never opened, see `error`;
   * `redirecting`: direct mode, the result goes to `PCD_RST_URL`.
   */
  readonly status: 'success' | 'error' | 'closed' | 'failed' | 'redirecting'
  /** `PCD_PAY_CODE` as it came. */
  readonly code?: string | undefined
  /** `PCD_PAY_MSG` as it came. */
  readonly message?: string | undefined
  /** `PCD_PAY_OID` as it came. */
  readonly oid?: string | undefined
  /** All that the callback got, for your server. Empty when there was no callback. */
  readonly raw: Readonly<Record<string, unknown>>
  /** With `failed`. */
  readonly error?: PaypleError | undefined
}

/** Puts names on what the window said. */
export const unverified = ({ raw, error, leaving }: WindowEnd): UnverifiedResult => {
  const fields = raw ?? {}
  const { PCD_PAY_RST: flag, PCD_PAY_CODE: code, PCD_PAY_MSG: message, PCD_PAY_OID: oid } = fields as Fields
  const ended = !raw || flag === 'close' ? 'closed' : flag === 'success' ? flag : 'error'
  return {
    verified: false,
    status: error ? 'failed' : leaving ? 'redirecting' : ended,
    code,
    message,
    oid,
    raw: fields,
    error,
  }
}

type Fields = Readonly<Record<string, string | undefined>>
