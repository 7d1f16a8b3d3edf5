/** Reads what the buyer typed. A mistake is shown next to its field; it never ends the window. */
import type { AccountOutcome } from '../scenarios/accounts.ts'
import { type CardOutcome, readCard, type ReadCard } from '../scenarios/cards.ts'
import type { WindowSession } from '../state/records.ts'
import { type Fields, text } from '../wire/fields.ts'
import { kstTime } from '../wire/kst.ts'

/** Input that can be used, or the field that cannot and why. */
export type CardInput =
  | { ok: true; card: ReadCard }
  | { ok: false; field: InputField; message: { ko: string; en: string } }

/** Fields of the window's forms. */
export type InputField = 'number' | 'expiry' | 'birth' | 'password' | 'agree' | 'pin'

/** Texts for each field; the Korean one for the number is Payple's own (CDAU0002). */
export const INPUT_ERRORS: Readonly<Record<InputField, { ko: string; en: string }>> = {
  number: { ko: '카드번호를 바르게 입력하세요.', en: 'Enter a card number of 14 to 16 digits.' },
  expiry: {
    ko: '유효기간을 MM/YY로 입력해 주세요. 지난 날짜는 사용할 수 없습니다.',
    en: 'Enter the expiry as MM/YY, not in the past.',
  },
  birth: {
    ko: '생년월일 6자리 또는 사업자등록번호 10자리를 입력해 주세요.',
    en: 'Enter 6 digits of birth date or 10 of a business number.',
  },
  password: { ko: '비밀번호 앞 2자리를 입력해 주세요.', en: 'Enter the first 2 digits of the card password.' },
  agree: { ko: '약관에 동의해 주세요.', en: 'Please agree to the terms.' },
  pin: { ko: '결제 비밀번호 6자리를 입력해 주세요.', en: 'Enter the 6-digit payment PIN.' },
}

/**
 * Reads a card. The test account checks number and expiry only; live also checks password digits and birth date
 * (docs/protocol/domestic.md section 1.4). An app card is picked from a list, so it has nothing but a number.
 */
export function readCardInput(session: WindowSession, fields: Fields, now: number): CardInput {
  const number = text(fields, 'number').replace(/\D/g, '')
  if (!/^\d{14,16}$/.test(number)) return wrong('number')
  if (session.request.cardVersion === '01') {
    if (!isFutureExpiry(text(fields, 'expiry'), now)) return wrong('expiry')
    const checked = !session.merchant.test
    if (checked && !/^(\d{6}|\d{10})$/.test(text(fields, 'birth'))) return wrong('birth')
    if (checked && !/^\d{2}$/.test(text(fields, 'password'))) return wrong('password')
  }
  if (text(fields, 'agree') !== 'Y') return wrong('agree')
  return { ok: true, card: readCard(number, text(fields, 'birth')) }
}

/** Whether this outcome is known as soon as the card or account is checked, before a PIN or consent is asked for. */
export function endsEarly(outcome: CardOutcome | AccountOutcome): boolean {
  if (outcome.type !== 'decline') return outcome.type === 'needs-close'
  // The ARS check can only fail after it was made.
  return outcome.at === 'authentication' || (outcome.at === 'registration' && outcome.code !== 'ARSA0026')
}

function isFutureExpiry(expiry: string, now: number): boolean {
  const [, month = '', year = ''] = /^(\d{2})\s*\/?\s*(\d{2})$/.exec(expiry.trim()) ?? []
  if (month < '01' || month > '12') return false
  return year + month >= kstTime(now).slice(2, 6)
}

function wrong(field: InputField): CardInput {
  return { ok: false, field, message: INPUT_ERRORS[field] }
}
