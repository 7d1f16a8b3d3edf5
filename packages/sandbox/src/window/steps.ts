/** What the window's own page is told after each step. This channel is the sandbox's and not part of the protocol. */
import type { WindowSession } from '../state/records.ts'
import type { Answer } from '../wire/answers.ts'
import { text } from '../wire/fields.ts'

/** The next thing the page has to do. */
export type Step =
  /** Show an error beside a field and let the buyer try again. */
  | { kind: 'field'; field: string; message: { ko: string; en: string } }
  /** Ask the buyer for this number, which an ARS call or a deposit of 1 won would tell. */
  | { kind: 'verify'; code: string; corporate: boolean }
  /** Ask the buyer to choose a PIN. */
  | { kind: 'pin' }
  /** Hand the result to the page, by message or by form POST to `action`. */
  | { kind: 'deliver'; action: string; result: Answer }
  /** The end of a link: there is no page to tell. `next`: where the buyer can go from here. */
  | { kind: 'done'; message: { ko: string; en: string }; next: string }
  /** Show an error; closing is all that is left. */
  | { kind: 'stuck'; message: { ko: string; en: string } }
  /** Show that it is done and tell nobody. */
  | { kind: 'silent' }
  /** The window is over or busy. */
  | { kind: 'over' }

/** Hands a result over. Where it goes depends on `PCD_RST_URL` (docs/protocol/domestic.md section 3.5). */
export function deliver(session: WindowSession, result: Answer): Step {
  if (session.channel === 'link') return endOfLink(session, result)
  return { kind: 'deliver', action: session.request.direct ? text(session.request.fields, 'PCD_RST_URL') : '', result }
}

function endOfLink({ request }: WindowSession, result: Answer): Step {
  const text = result['PCD_PAY_MSG'] ?? ''
  const paid = result['PCD_PAY_RST'] === 'success'
  const message = paid ? { ko: '결제가 완료되었습니다.', en: 'The payment is complete.' } : { ko: text, en: text }
  return { kind: 'done', message, next: paid ? (request.fields.get('PCD_LINK_URL') ?? '') : '' }
}
