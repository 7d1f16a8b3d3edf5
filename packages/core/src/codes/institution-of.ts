import { INSTITUTION_CODES } from './institution-codes.ts'

let codeByText: Map<string, string> | undefined

/**
 * The institution code behind a refusal's message. When issuer or bank refused, their message is shown instead of Payple's own
 * (docs/protocol/domestic.md 9.1); where their code stands is not documented, so it is found by a leading `3112 : …` or by the text.
 *
 * @returns four digits, or `undefined` when the message is nobody's we know
 */
export function institutionOf(message: string | undefined): string | undefined {
  if (message === undefined) return undefined
  const leading = /^(?:\[test\]\s*)?(\d{4})\s*:/i.exec(message)?.[1]
  if (leading !== undefined && Object.hasOwn(INSTITUTION_CODES, leading)) return leading
  // The first code of a text stands for all that share it; built on first use, as successes never need it.
  codeByText ??= new Map(
    Object.entries(INSTITUTION_CODES)
      .toReversed()
      .map(([code, [, text]]) => [plain(text), code]),
  )
  return codeByText.get(plain(message))
}

function plain(text: string): string {
  return text.replace(/^\[test\]/i, '').replace(/[\s.!]+/g, '')
}
