/** Reads the account that the buyer typed. A mistake is shown next to its field; it never ends the window. */
import { readAccount, type ReadAccount } from '../scenarios/accounts.ts'
import { findBank } from '../scenarios/banks.ts'
import { wantsReceipt } from '../state/receipts.ts'
import type { WindowSession } from '../state/records.ts'
import { codeText } from '../wire/codes.ts'
import { type Fields, text } from '../wire/fields.ts'
import type { Text } from './language.ts'

/** Input that can be used, or the field that cannot and why. */
export type AccountInput = { ok: true; account: ReadAccount } | { ok: false; field: string; message: Text }

const MESSAGES = {
  bank: { ko: '은행을 선택해 주세요.', en: 'Choose a bank.' },
  account: { ko: '계좌번호를 바르게 입력하세요.', en: 'Enter an account number of 10 to 16 digits.' },
  holder: { ko: '계좌 예금주명을 바르게 입력해주세요.', en: 'Enter the name of the account holder.' },
  birth: {
    ko: '생년월일 6자리 또는 사업자등록번호 10자리를 입력해 주세요.',
    en: 'Enter 6 digits of birth date or 10 of a business number.',
  },
  phone: { ko: '휴대폰번호를 바르게 입력하세요.', en: 'Enter a mobile number, for example 01012345678.' },
  receiptNumber: { ko: '현금영수증 번호를 바르게 입력하세요.', en: 'Enter 10 or 11 digits for the cash receipt.' },
  agree: { ko: '약관에 동의해 주세요.', en: 'Please agree to the terms.' },
} as const satisfies Record<string, Text>

/** What the buyer sees after a wrong number in the consent step (AUTH1102, docs/protocol/domestic.md section 9.9). */
export const WRONG_CODE: Text = { ko: '인증번호를 바르게 입력해주세요.', en: 'That is not the number.' }

/** Reads the form of the account step. */
export function readAccountInput({ request }: WindowSession, fields: Fields): AccountInput {
  const bank = text(fields, 'bank')
  const number = text(fields, 'account').replace(/\D/g, '')
  const holder = text(fields, 'holder').trim()
  const birth = text(fields, 'birth')
  if (findBank(bank) === undefined) return wrong('bank')
  // A phone number is a lifelong alias ("평생계좌번호") of an account, which cannot be debited.
  if (/^01\d{8,9}$/.test(number)) return { ok: false, field: 'account', message: codeText('ARSA0002') }
  if (!/^\d{10,16}$/.test(number)) return wrong('account')
  if (holder === '' || holder.length > 80) return wrong('holder')
  if (!/^(\d{6}|\d{10})$/.test(birth)) return wrong('birth')
  if (birth.length === 6 && !/^01\d{8,9}$/.test(text(fields, 'phone'))) return wrong('phone')
  if (wantsReceipt(request.fields) && !/^\d{10,11}$/.test(text(fields, 'receiptNumber'))) return wrong('receiptNumber')
  if (text(fields, 'agree') !== 'Y') return wrong('agree')
  return { ok: true, account: readAccount(bank, number, holder, birth) }
}

function wrong(field: keyof typeof MESSAGES): AccountInput {
  return { ok: false, field, message: MESSAGES[field] }
}
