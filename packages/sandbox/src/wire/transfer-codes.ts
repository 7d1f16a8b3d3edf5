/** Codes of account transfers in the window and of cash receipts (docs/protocol/domestic.md sections 9.9 and 9.10). */
import type { Text } from '../window/language.ts'

const ERROR = '결제 진행 중 오류가 발생하였습니다.'
const LATE = '인증시간(3분)이 초과되었습니다. 다시 시도해주세요.'

/** Text of every code; the Korean one is what goes on the wire. */
export const TRANSFER_TEXTS: Readonly<Record<string, Text>> = {
  ARSA0001: { ko: LATE, en: 'The time to authenticate (3 minutes) is over.' },
  ARSA0002: { ko: '평생계좌번호가 아닌 실계좌번호를 입력해주세요.', en: 'Enter the real account number.' },
  ARSA0006: { ko: '본인 정보를 바르게 입력해주세요.', en: 'Your personal data is wrong.' },
  ARSA0018: { ko: '계좌정보를 올바르게 입력해주세요!!', en: 'Enter your account correctly.' },
  ARSA0021: {
    ko: '계좌 등록 실패 - 계좌정보를 바르게 입력하세요!!',
    en: 'The account cannot be registered.',
  },
  ARSA0026: {
    ko: '인증에 실패하였습니다. 결제정보를 다시 입력해주세요',
    en: 'The check failed. Enter your payment data again.',
  },
  ARSA1001: { ko: LATE, en: 'The time for the 1-won check (3 minutes) is over.' },
  CPAY0001: { ko: '인증세션이 만료되었습니다.', en: 'The authentication session has expired.' },
  CPAY0002: { ko: ERROR, en: 'The billing key is not registered.' },
  CPAY0003: { ko: ERROR, en: 'The payer does not match.' },
  CPAY0005: {
    ko: '이용하시는 상점의 한도가 초과되었습니다. 상점 관리자에게 문의주세요.',
    en: 'The limit per payment is exceeded.',
  },
  CPAY0018: { ko: '출금이체 결과 미수신!!', en: 'The withdrawal result was not received: the outcome is unknown.' },
  CPAY0022: { ko: ERROR, en: 'The withdrawal failed.' },
  CPAY0201: { ko: '이미 존재하는 거래입니다. 다시 시도해주세요.', en: 'This order number was already used.' },
  CPAY0202: { ko: '이미 존재하는 거래입니다. 다시 시도해주세요.', en: 'Already charged this month.' },
  CPAY9998: {
    ko: '은행 점검시간 (00:00~00:00) 입니다. 점검시간을 피해 다시 시도해주세요.',
    en: 'Bank maintenance.',
  },
  BILL0001: { ko: 'Wrong access attempt', en: 'Wrong access attempt' },
  BILL0002: { ko: '인증세션이 만료되었습니다.', en: 'The authentication session has expired.' },
  BILL0003: { ko: '현금영수증 발행을 실패했습니다.', en: 'The cash receipt could not be issued.' },
}

/** A code of one of these families. */
export type TransferCode = `${'ARSA' | 'CPAY' | 'BILL'}${number}`
