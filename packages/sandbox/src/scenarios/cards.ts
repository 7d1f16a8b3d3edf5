/** Card numbers that make something happen. Payple publishes none, so these are the sandbox's own. */
import { INSTITUTION_CODES } from './institution-codes.ts'

/** What a card does when it is used. */
export type CardOutcome =
  /** Registers and pays. */
  | { type: 'approve' }
  /** Refused by the card company, while the card is checked or when money is about to move. */
  | { type: 'decline'; at: 'authentication' | 'approval'; code: string }
  /** The window shows an error and only closing is left. */
  | { type: 'needs-close' }
  /** Processed as usual, but the window never reports back. */
  | { type: 'never-answers' }
  /** Approves after `ms` milliseconds. */
  | { type: 'slow'; ms: number }

/** A card on the window's list of test cards. */
export interface TestCard {
  number: string
  /** Issuer as Payple would print it in `PCD_PAY_CARDNAME`. */
  name: string
  label: { ko: string; en: string }
  outcome: CardOutcome
}

/** Card checks, as opposed to approvals: the buyer's data was wrong, so no approval was ever asked for. */
const AUTHENTICATION_CODES = /^(11(19|4[289]|5[012])|21\d\d|31(00|10|15|17|19|30|31|37)|32(1[78]|2[0-3]|44))$/

/** A card as the window read it. The full number never leaves the sandbox. */
export interface ReadCard {
  type: 'card'
  number: string
  name: string
  outcome: CardOutcome
  /** A company card: the holder gave a business number of 10 digits instead of a birth date. */
  corporate: boolean
}

/** Every test card of the sandbox. Any other number approves, unless it ends in a code of the card institutions. */
export const TEST_CARDS: readonly TestCard[] = [
  { number: '4242424242424242', name: 'BC카드', label: { ko: '승인', en: 'Approves' }, outcome: { type: 'approve' } },
  declining('3112', '신한카드', '한도 초과로 거절', 'Declined: limit exceeded'),
  declining('3133', 'KB국민카드', '잔액 부족으로 거절', 'Declined: insufficient balance'),
  declining('3122', '삼성카드', '분실·도난 카드로 거절', 'Declined: lost or stolen'),
  declining('3115', '현대카드', '비밀번호 오류 (인증 단계)', 'Wrong password (at authentication)'),
  declining('3119', '롯데카드', '유효기간 오류 (인증 단계)', 'Wrong expiry (at authentication)'),
  {
    number: '4000000000009001',
    name: 'NH농협카드',
    label: { ko: '창에서 오류, 닫기만 가능', en: 'Error in the window, only closing is left' },
    outcome: { type: 'needs-close' },
  },
  {
    number: '4000000000009002',
    name: '하나카드',
    label: { ko: '완료되지만 결과를 보내지 않음', en: 'Completes but never reports back' },
    outcome: { type: 'never-answers' },
  },
  {
    number: '4000000000009003',
    name: '우리카드',
    label: { ko: '5초 뒤 승인', en: 'Approves after 5 seconds' },
    outcome: { type: 'slow', ms: 5000 },
  },
]

/** What a number does. Digits only. `holder` is the birth date or business number, where one was asked for. */
export function readCard(number: string, holder = ''): ReadCard {
  const corporate = /^\d{10}$/.test(holder)
  const listed = TEST_CARDS.find((card) => card.number === number)
  if (listed !== undefined) return { type: 'card', number, name: listed.name, outcome: listed.outcome, corporate }
  const code = number.slice(-4)
  return { type: 'card', number, name: 'BC카드', outcome: cardOutcome(code), corporate }
}

/** `4242********4242`, one of the mask formats in docs/protocol/domestic.md section 4. */
export function maskCard(number: string): string {
  return `${number.slice(0, 4)}${'*'.repeat(Math.max(number.length - 8, 0))}${number.slice(-4)}`
}

/** `4242-****-****-4242`, the form in which a billing-key lookup prints it (section 6.4). */
export function maskCardInGroups(number: string): string {
  return `${number.slice(0, 4)}-****-****-${number.slice(-4)}`
}

/** Issuer code of `PCD_PAY_CARD`. Only that of BC is in the documents; the others are left empty. */
export function cardCode(card: ReadCard): string {
  return card.name === 'BC카드' ? '0200' : ''
}

/** What a card that ends in this code of appendix A does; approves for any other. */
export function cardOutcome(code: string): CardOutcome {
  if (code === '0000' || !Object.hasOwn(INSTITUTION_CODES, code)) return { type: 'approve' }
  return { type: 'decline', code, at: AUTHENTICATION_CODES.test(code) ? 'authentication' : 'approval' }
}

function declining(code: string, name: string, ko: string, en: string): TestCard {
  return { number: `400000000000${code}`, name, label: { ko, en }, outcome: cardOutcome(code) }
}
