/** Printing answers: flat objects of strings, as JSON with escaped slashes. */
import type { Merchant } from '../settings.ts'
import { codeText } from './codes.ts'

/** A flat answer or result. Strings everywhere (docs/protocol/domestic.md section 11.2 U16). */
export type Answer = Record<string, string>

/** Payple escapes slashes in JSON (section 2.3); business errors are HTTP 200 too (section 10). */
export function jsonAnswer(answer: Answer, status = 200): Response {
  return new Response(JSON.stringify(answer).replaceAll('/', '\\/'), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  })
}

/** `text` as the code or message of a merchant: preceded by `[test]` on a test account (sections 9.1 and 11.2 U20). */
function marked(text: string, merchant: Merchant | undefined, gap: '' | ' '): string {
  return merchant?.test ? `[test]${gap}${text}` : text
}

/** A refusal that a fault scripted: exactly this code and text, without any prefix. */
export function scriptedRefusal(code: string, message: string): Response {
  return jsonAnswer({ PCD_PAY_RST: 'error', PCD_PAY_CODE: code, PCD_PAY_MSG: message })
}

/**
 * The three fields of a refusal.
 *
 * @param merchant whose environment decides the `[test]` prefix; `undefined` when nobody could be identified
 * @param message the institution's text, shown instead of Payple's when there is one (section 9.1)
 */
export function refusal(merchant: Merchant | undefined, code: string, message: string = codeText(code).ko): Answer {
  return {
    PCD_PAY_RST: 'error',
    PCD_PAY_CODE: marked(code, merchant, ''),
    PCD_PAY_MSG: marked(message, merchant, ' '),
  }
}
