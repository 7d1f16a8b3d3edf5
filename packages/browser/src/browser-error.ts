import { BROWSER_ERRORS, type BrowserErrorCode, type PaypleError } from '@payple-kit/core'

/** A `PaypleError` of the browser's own table, with Payple's words for developers instead of ours where there are any. */
export function browserError(code: BrowserErrorCode, said?: string): PaypleError {
  const { message, buyer } = BROWSER_ERRORS[code]
  return { code, message: said || message, buyer }
}
