/** Texts of the window that only a transfer shows, in both languages. */
import type { Text } from './language.ts'

/** By key; the keys are those of `data-t`. */
export const TRANSFER_WINDOW_TEXTS: Readonly<Record<string, Text>> = {
  bank: { ko: '은행', en: 'Bank' },
  chooseBank: { ko: '은행을 선택해 주세요', en: 'Choose a bank' },
  account: { ko: '계좌번호', en: 'Account number' },
  holder: { ko: '예금주', en: 'Account holder' },
  phone: { ko: '휴대폰번호', en: 'Mobile number' },
  phoneHint: { ko: 'ARS 수신', en: 'for ARS' },
  receipt: { ko: '현금영수증', en: 'Cash receipt' },
  'receipt-personal': { ko: '소득공제 (개인)', en: 'Income deduction' },
  'receipt-company': { ko: '지출증빙 (사업자)', en: 'Proof of expense' },
  receiptNumber: { ko: '휴대폰번호 또는 사업자등록번호', en: 'Mobile or business number' },
  testAccounts: { ko: '테스트 계좌', en: 'Test accounts' },
  testAccountsHint: {
    ko: '누르면 자동으로 입력됩니다. 실제 계좌번호는 입력하지 마세요.',
    en: 'Pick one to fill the form. Never type a real account number.',
  },
  agreeTransfer: {
    ko: '출금이체 약관과 개인정보 제공에 동의합니다',
    en: 'I agree to the debit terms and to sharing my data',
  },
  verifyTitle: { ko: '본인 확인', en: 'Is it you?' },
  verifyPersonal: {
    ko: '은행에서 ARS 전화를 드립니다. 안내에 따라 아래 번호를 눌러 주세요. 샌드박스에서는 여기에 입력합니다.',
    en: 'Your bank calls you. When asked, press the number below. In the sandbox, type it here.',
  },
  verifyCompany: {
    ko: '법인 계좌로 1원을 보내 드립니다. 입금자명에 표시된 번호를 확인해 주세요. 샌드박스에서는 아래 번호를 입력합니다.',
    en: 'The company account gets 1 won. Its sender’s name carries a number; in the sandbox, it is the one below.',
  },
  verifyCode: { ko: '인증번호', en: 'Verification number' },
  verifyLimit: { ko: '3분 안에 입력해 주세요.', en: 'You have 3 minutes.' },
  verifySubmit: { ko: '인증하기', en: 'Verify' },
}
