import { browserErrorText, type BrowserErrorCode, type PaypleError } from '@payple-kit/core'

/** A `PaypleError` of the browser's own table, with Payple's words for developers instead of ours where there are any. */
export const browserError = (code: BrowserErrorCode, said?: string): PaypleError => ({
  code,
  message: said || 'docs/errors.md',
  buyer: browserErrorText(code),
})
