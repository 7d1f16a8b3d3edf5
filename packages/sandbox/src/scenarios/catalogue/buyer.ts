/** What buyers and their browsers do. */
import type { Scenario } from '../scenario.ts'

const decline = (code: string, ko: string, en: string): Scenario => ({
  title: { ko: `카드 거절: ${ko}`, en: `Declined: ${en}` },
  explanation: {
    ko: '어떤 카드를 써도 카드사나 은행이 거절합니다. 돈은 움직이지 않았으므로 다시 시도할 수 있어야 합니다.',
    en: 'Whatever card is used, the institution refuses. No money moved, so the buyer must be able to try again.',
  },
  section: 'domestic.md 9.4',
  parts: [{ part: 'decline', code }],
})

/** Ids of this part of the catalogue. */
export type BuyerScenarioId =
  | 'decline-limit'
  | 'decline-balance'
  | 'decline-lost'
  | 'decline-password'
  | 'decline-expired'
  | 'close'
  | 'abandon'
  | 'amount-tampered'
  | 'result-tampered'
  | 'never-calls-back'
  | 'token-expired'

export const BUYER_SCENARIOS: Readonly<Record<BuyerScenarioId, Scenario>> = {
  'decline-limit': decline('3112', '한도 초과', 'limit exceeded'),
  'decline-balance': decline('3133', '잔액 부족', 'insufficient balance'),
  'decline-lost': decline('3122', '분실·도난 카드', 'lost or stolen card'),
  'decline-password': decline('3115', '비밀번호 오류', 'wrong password'),
  'decline-expired': decline('3119', '유효기간 오류', 'wrong expiry'),
  close: {
    title: { ko: '구매자가 창을 닫음', en: 'The buyer closes the window' },
    explanation: {
      ko: '창이 열리자마자 닫힙니다. 결제는 취소이며, 버튼은 다시 쓸 수 있어야 합니다.',
      en: 'The window closes as soon as it is open. The payment is canceled and the button must work again.',
    },
    section: 'domestic.md 3.7',
    parts: [{ part: 'buyer', does: 'close' }],
  },
  abandon: {
    title: { ko: '구매자가 떠남', en: 'The buyer walks away' },
    explanation: {
      ko: '창이 열린 채로 아무 일도 일어나지 않고, 결과도 오지 않습니다.',
      en: 'The window stays open, nothing happens in it, and no result ever comes.',
    },
    section: 'domestic.md 3.7',
    parts: [{ part: 'buyer', does: 'abandon' }],
  },
  'amount-tampered': {
    title: { ko: '브라우저에서 금액을 바꿈', en: 'The amount is changed in the browser' },
    explanation: {
      ko: '창이 열리기 전에 금액이 100원(해외 결제는 0.10달러)으로 바뀝니다. 서버가 주문 금액과 비교해 승인하지 않거나 바로 취소해야 합니다.',
      en: 'Before the window opens the amount becomes 100 won, overseas 0.10. The server must compare it with the order, and not confirm or cancel at once.',
    },
    section: 'domestic.md 10.1',
    parts: [{ part: 'tamper', domestic: { PCD_PAY_TOTAL: '100' }, overseas: { totalAmount: '0.10', currency: 'USD' } }],
  },
  'result-tampered': {
    title: { ko: '결과의 금액을 바꿈', en: 'The amount is changed in the result' },
    explanation: {
      ko: '브라우저가 전하는 결과의 금액이 1원(0.01달러)이 됩니다. 결과는 증거가 아니므로 믿지 않아야 합니다.',
      en: 'The result that the browser hands over says 1 won, overseas 0.01. A result proves nothing and must not be believed.',
    },
    section: 'domestic.md 3.6',
    parts: [
      { part: 'fault', operation: 'window', effect: { type: 'alter', fields: { PCD_PAY_TOTAL: '1' } } },
      { part: 'fault', operation: 'gpay-window', effect: { type: 'alter', fields: { totalAmount: '0.01' } } },
    ],
  },
  'never-calls-back': {
    title: { ko: '결과를 돌려주지 않음', en: 'The window never calls back' },
    explanation: {
      ko: '결제창의 일은 끝났지만 결과가 페이지로 오지 않습니다. 서버가 조회나 웹훅으로 알아내야 합니다.',
      en: 'The window does its work and never reports. The server must find out by lookup or webhook.',
    },
    section: 'domestic.md 3.7',
    parts: [
      { part: 'fault', operation: 'window', effect: { type: 'hang' } },
      { part: 'fault', operation: 'gpay-window', effect: { type: 'hang' } },
    ],
  },
  'token-expired': {
    title: { ko: '입력하는 동안 만료됨', en: 'It expires while the buyer types' },
    explanation: {
      ko: '최종 승인 시한이나 해외 결제창의 토큰이 쓰려는 순간에 만료되어 있습니다. 새 창으로 다시 시도하게 해야 합니다.',
      en: 'The time to confirm, or the token of an overseas window, is over when it is used. A new window must be offered.',
    },
    section: 'domestic.md 5.3',
    parts: [{ part: 'expired' }],
  },
}
