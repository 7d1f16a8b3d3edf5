/** Accounts that make something happen. Payple publishes none, so these are the sandbox's own. */
import type { Text } from '../window/language.ts'
import { findBank } from './banks.ts'

/** What an account does when it is used. */
export type AccountOutcome =
  /** Registers and pays. */
  | { type: 'approve' }
  /** The bank refuses to register it; `code` is Payple's (docs/protocol/domestic.md section 9.9). */
  | { type: 'decline'; at: 'registration'; code: 'ARSA0021' | 'ARSA0026'; text: Text }
  /** The bank refuses to pay; `code` is the bank's (appendix B). */
  | { type: 'decline'; at: 'withdrawal'; code: string; text: Text }
  /** Money moves, and the answer is that the outcome is unknown (CPAY0018, SPAY0011, RPAY0013). */
  | { type: 'unknown' }
  /** Pays, but the cash receipt cannot be issued (BILL0003). */
  | { type: 'no-receipt' }
  /** Pays and refunds, but the cash receipt cannot be cancelled on the day it was issued (section 7.1). */
  | { type: 'stuck-receipt' }
  /** The window shows an error and only closing is left. */
  | { type: 'needs-close' }
  /** Processed as usual, but the window never reports back. */
  | { type: 'never-answers' }
  /** Pays after `ms` milliseconds. */
  | { type: 'slow'; ms: number }

/** An account on the window's list of test accounts. */
export interface TestAccount {
  /** Three digits, `PCD_PAY_BANK`. */
  bank: string
  /** Digits only. */
  number: string
  label: Text
  outcome: AccountOutcome
}

/** An account as the window read it. The full number never leaves the sandbox. */
export interface ReadAccount {
  type: 'transfer'
  bank: string
  bankName: string
  number: string
  holder: string
  /** A company account: a business number of 10 digits was given instead of a birth date. */
  corporate: boolean
  outcome: AccountOutcome
}

/** Every test account of the sandbox. Any other number registers and pays. */
export const TEST_ACCOUNTS: readonly TestAccount[] = [
  account('088', '110123456789', '출금', 'Pays', { type: 'approve' }),
  account('004', '123450000133', '잔액 부족으로 거절', 'Declined: insufficient balance', {
    type: 'decline',
    at: 'withdrawal',
    code: '133',
    text: { ko: '출금계좌 잔액부족', en: 'Insufficient balance' },
  }),
  account('002', '020000001003', '지급정지 계좌로 거절', 'Declined: account blocked', {
    type: 'decline',
    at: 'withdrawal',
    code: '1003',
    text: { ko: '지급정지된 계좌', en: 'Account blocked' },
  }),
  account('081', '810000000021', '계좌 등록 실패', 'Cannot be registered', {
    type: 'decline',
    at: 'registration',
    code: 'ARSA0021',
    text: { ko: '계좌 등록 실패 - 계좌정보를 바르게 입력하세요!!', en: 'The account cannot be registered.' },
  }),
  account('020', '100200000026', 'ARS 인증 실패', 'The ARS check fails', {
    type: 'decline',
    at: 'registration',
    code: 'ARSA0026',
    text: { ko: '인증에 실패하였습니다. 결제정보를 다시 입력해주세요', en: 'The check failed. Enter your data again.' },
  }),
  account('011', '301000000018', '출금되지만 결과는 미수신', 'Pays, and the outcome is reported as unknown', {
    type: 'unknown',
  }),
  account('003', '010000000003', '현금영수증 발행 실패', 'Pays; no cash receipt', { type: 'no-receipt' }),
  account('071', '700000002122', '환불 시 현금영수증 취소 실패', 'Refunds; the cash receipt stays', {
    type: 'stuck-receipt',
  }),
  account('031', '500000009001', '창에서 오류, 닫기만 가능', 'Error in the window, only closing is left', {
    type: 'needs-close',
  }),
  account('032', '500000009002', '완료되지만 결과를 보내지 않음', 'Completes but never reports back', {
    type: 'never-answers',
  }),
  account('034', '500000009003', '5초 뒤 출금', 'Pays after 5 seconds', { type: 'slow', ms: 5000 }),
]

/** What an account does. `number` is digits only; `holder` is the name, `identity` birth date or business number. */
export function readAccount(bank: string, number: string, holder: string, identity: string): ReadAccount {
  const listed = TEST_ACCOUNTS.find((account) => account.bank === bank && account.number === number)
  return {
    type: 'transfer',
    bank,
    bankName: findBank(bank)?.name ?? '',
    number,
    holder,
    corporate: /^\d{10}$/.test(identity),
    outcome: listed?.outcome ?? { type: 'approve' },
  }
}

/** `110-******-789`, the mask in docs/protocol/domestic.md section 4. */
export function maskAccount(number: string): string {
  return `${number.slice(0, 3)}-${'*'.repeat(Math.max(number.length - 6, 0))}-${number.slice(-3)}`
}

function account(bank: string, number: string, ko: string, en: string, outcome: AccountOutcome): TestAccount {
  return { bank, number, label: { ko, en }, outcome }
}
