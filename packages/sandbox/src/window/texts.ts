/** Every text of the payment window, in both languages. */
import type { WindowSession } from '../state/records.ts'
import type { Text } from './language.ts'

/** Texts that depend on the payment: title, button and amount. */
export function paymentTexts({ request }: WindowSession): Record<'title' | 'pay' | 'amount', Text> {
  const won = request.total.toLocaleString('en-US')
  const card = request.type === 'card'
  if (request.work === 'AUTH') {
    return {
      title: card ? { ko: '카드 등록', en: 'Register a card' } : { ko: '계좌 등록', en: 'Register an account' },
      pay: card ? { ko: '카드 등록하기', en: 'Register card' } : { ko: '계좌 등록하기', en: 'Register account' },
      amount: { ko: '', en: '' },
    }
  }
  return {
    title: card ? { ko: '카드 결제', en: 'Card payment' } : { ko: '계좌이체', en: 'Account transfer' },
    pay: { ko: `${won}원 결제하기`, en: `Pay ₩${won}` },
    amount: { ko: `${won}원`, en: `₩${won}` },
  }
}

/** Names of the texts that are always the same. */
export type TextKey =
  | 'mark'
  | 'abandoned'
  | 'markDetail'
  | 'close'
  | 'switchLanguage'
  | 'merchant'
  | 'goods'
  | 'order'
  | 'total'
  | 'number'
  | 'expiry'
  | 'expiryHint'
  | 'birth'
  | 'birthHint'
  | 'password'
  | 'unchecked'
  | 'method'
  | 'appCard'
  | 'naverPay'
  | 'kakaoPay'
  | 'appNumber'
  | 'testCards'
  | 'testCardsHint'
  | 'agree'
  | 'pinTitle'
  | 'pinSet'
  | 'pinEnter'
  | 'confirm'
  | 'closeShort'
  | 'processing'
  | 'sent'
  | 'done'
  | 'over'
  | 'trouble'
  | 'problem'
  | 'next'

/** Texts that are always the same. */
export const TEXTS: Readonly<Record<TextKey, Text>> = {
  mark: { ko: '샌드박스 · 페이플 아님', en: 'Sandbox · not Payple' },
  markDetail: { ko: '실제로 결제되지 않습니다', en: 'No real money moves' },
  close: { ko: '결제창 닫기', en: 'Close the payment window' },
  switchLanguage: { ko: 'English', en: '한국어' },
  merchant: { ko: '판매자', en: 'Merchant' },
  goods: { ko: '상품', en: 'Goods' },
  order: { ko: '주문번호', en: 'Order number' },
  total: { ko: '결제금액', en: 'Amount' },
  number: { ko: '카드번호', en: 'Card number' },
  expiry: { ko: '유효기간', en: 'Expiry' },
  expiryHint: { ko: 'MM/YY', en: 'MM/YY' },
  birth: { ko: '생년월일 또는 사업자등록번호', en: 'Birth date or business number' },
  birthHint: { ko: '6자리 또는 10자리', en: '6 or 10 digits' },
  password: { ko: '비밀번호 앞 2자리', en: 'Password (first 2)' },
  unchecked: {
    ko: '테스트 계정에서는 생년월일과 비밀번호를 확인하지 않습니다.',
    en: 'The test account does not check birth date or password.',
  },
  method: { ko: '결제수단', en: 'Payment method' },
  appCard: { ko: '앱카드', en: 'App card' },
  naverPay: { ko: '네이버페이', en: 'Naver Pay' },
  kakaoPay: { ko: '카카오페이', en: 'Kakao Pay' },
  appNumber: { ko: '카드', en: 'Card' },
  testCards: { ko: '테스트 카드', en: 'Test cards' },
  testCardsHint: {
    ko: '누르면 자동으로 입력됩니다. 실제 카드번호는 입력하지 마세요.',
    en: 'Pick one to fill the form. Never type a real card number.',
  },
  agree: {
    ko: '결제 서비스 약관과 개인정보 제공에 동의합니다',
    en: 'I agree to the payment terms and to sharing my data',
  },
  pinTitle: { ko: '결제 비밀번호', en: 'Payment PIN' },
  pinSet: { ko: '다음 결제부터 사용할 비밀번호 6자리를 정해 주세요.', en: 'Choose 6 digits for your next payments.' },
  pinEnter: { ko: '결제 비밀번호 6자리를 입력해 주세요.', en: 'Enter your 6-digit payment PIN.' },
  confirm: { ko: '확인', en: 'OK' },
  closeShort: { ko: '닫기', en: 'Close' },
  processing: { ko: '처리 중입니다. 창을 닫지 마세요.', en: 'Processing. Please keep this window open.' },
  sent: { ko: '결과를 보냈습니다.', en: 'The result was sent.' },
  abandoned: {
    ko: '구매자가 이 창을 두고 떠났습니다. (시나리오)',
    en: 'The buyer has walked away from this window. (Scenario)',
  },
  done: { ko: '완료되었습니다.', en: 'Done.' },
  over: { ko: '이미 끝난 결제창입니다.', en: 'This payment window has already ended.' },
  trouble: {
    ko: '연결이 끊어졌습니다. 창을 닫고 다시 시도해 주세요.',
    en: 'The connection was lost. Close the window and try again.',
  },
  next: { ko: '판매자 페이지로', en: 'Back to the shop' },
  problem: { ko: '진행할 수 없습니다', en: 'This payment cannot go on' },
}
