/** What Payple, card companies and the network do. */
import type { FaultEffect, FaultOperation } from '../faults.ts'
import type { Scenario, ScenarioPart } from '../scenario.ts'

const SERVER_CALLS = [
  'auth',
  'confirm',
  'lookup',
  'cancel',
  'billing-key-lookup',
  'billing-key-delete',
  'repay',
  'receipt-issue',
  'receipt-cancel',
  'link',
  'gpay-token',
  'gpay-charge',
  'gpay-cancel',
  'gpay-lookup',
] as const

const on = (operations: readonly FaultOperation[], effect: FaultEffect): readonly ScenarioPart[] =>
  operations.map((operation) => ({ part: 'fault', operation, effect }))

/** Ids of this part of the catalogue. */
export type GatewayScenarioId =
  | 'script-blocked'
  | 'alert-before-window'
  | 'slow'
  | 'charged-no-answer'
  | 'charged-unknown'
  | 'refund-answer-lost'
  | 'unreachable'
  | 'broken'
  | 'bank-maintenance'
  | 'monthly-duplicate'
  | 'console-cancel'
  | 'card-removed'
  | 'next-day'

export const GATEWAY_SCENARIOS: Readonly<Record<GatewayScenarioId, Scenario>> = {
  'script-blocked': {
    title: { ko: '스크립트를 받을 수 없음', en: 'The script cannot be loaded' },
    explanation: {
      ko: '광고 차단기나 방화벽처럼 스크립트 요청이 끊어집니다. 버튼이 이유를 말하고 다시 시도할 수 있어야 합니다.',
      en: 'The request for the script breaks, as behind an ad blocker. The button must say so and work again later.',
    },
    section: 'domestic.md 3.1',
    parts: on(['script'], { type: 'refuse' }),
  },
  'alert-before-window': {
    title: { ko: '결제창 전에 경고창', en: 'An alert instead of the window' },
    explanation: {
      ko: '가맹점 인증이 거절되어, 인증 파일 방식에서는 스크립트가 경고창만 띄우고 결제창을 열지 않습니다.',
      en: 'Authentication is refused; in auth-file mode the script alerts and opens no window.',
    },
    section: 'domestic.md 3.3',
    parts: on(['auth'], { type: 'code', code: 'AUTH0004' }),
  },
  slow: {
    title: { ko: '느린 페이플', en: 'A slow Payple' },
    explanation: {
      ko: '서버가 부르는 모든 호출이 5초 늦게 답합니다.',
      en: 'Every call of the server is answered 5 seconds late.',
    },
    section: 'domestic.md 10',
    parts: on(SERVER_CALLS, { type: 'delay', ms: 5000 }),
  },
  'charged-no-answer': {
    title: { ko: '결제됐지만 응답이 없음', en: 'Charged, and no answer' },
    explanation: {
      ko: '돈은 움직였는데 응답이 오다가 끊어집니다. 실패로 처리하거나 다시 결제하지 말고 조회해야 합니다.',
      en: 'Money moved and the connection broke before the answer. Not a failure, and not to be sent again: it must be looked up.',
    },
    section: 'domestic.md 6.5',
    parts: on(['confirm', 'repay', 'gpay-charge'], { type: 'lost-answer' }),
  },
  'charged-unknown': {
    title: { ko: '결제됐지만 결과 불명', en: 'Charged, and "outcome unknown"' },
    explanation: {
      ko: '돈은 움직였는데 카드사 응답이 없다는 코드(SPCD1001)를 받습니다. 조회해야 합니다.',
      en: 'Money moved and the answer is the code for no answer from the card company (SPCD1001). It must be looked up.',
    },
    section: 'domestic.md 6.5',
    parts: on(['confirm', 'repay'], { type: 'charged-code', code: 'SPCD1001' }),
  },
  'refund-answer-lost': {
    title: { ko: '환불됐지만 응답이 없음', en: 'Refunded, and no answer' },
    explanation: {
      ko: '환불은 되었는데 응답이 끊어집니다. 다시 보내면 두 번 환불될 수 있으니 조회해야 합니다. 해외 결제는 조회에도 나타나지 않습니다.',
      en: 'The refund was carried out and its answer is lost. Sent again it could go back twice, so look it up; overseas not even a lookup shows it.',
    },
    section: 'domestic.md 6.2',
    parts: on(['cancel', 'gpay-cancel'], { type: 'lost-answer' }),
  },
  unreachable: {
    title: { ko: '페이플에 연결할 수 없음', en: 'Payple cannot be reached' },
    explanation: {
      ko: '서버가 부르는 모든 호출의 연결이 거부됩니다. 아무것도 처리되지 않았습니다.',
      en: 'Every call of the server is refused a connection. Nothing was processed.',
    },
    section: 'domestic.md 10',
    parts: on(SERVER_CALLS, { type: 'refuse' }),
  },
  broken: {
    title: { ko: '오류 페이지로 응답', en: 'Answers that are error pages' },
    explanation: {
      ko: '서버가 부르는 모든 호출이 상태 502로 답합니다. 처리 여부는 알 수 없다고 보아야 합니다.',
      en: 'Every call of the server answers status 502. Whether it was processed must be taken as unknown.',
    },
    section: 'domestic.md 10',
    parts: on(SERVER_CALLS, { type: 'status', status: 502 }),
  },
  'bank-maintenance': {
    title: { ko: '은행 점검 시간', en: 'Bank maintenance' },
    explanation: {
      ko: '계좌이체가 은행 점검 시간이라며 거절됩니다(…9998). 결제되지 않았으니 나중에 다시 시도하면 됩니다.',
      en: 'Transfers are refused because the bank is under maintenance (…9998). Nothing was charged; try again later.',
    },
    section: 'domestic.md 9.10',
    parts: [
      ...on(['confirm'], { type: 'code', code: 'CPAY9998' }),
      ...on(['repay'], { type: 'code', code: 'SPAY9998' }),
    ],
  },
  'monthly-duplicate': {
    title: { ko: '이번 달에 이미 결제됨', en: 'This month was charged already' },
    explanation: {
      ko: '월 1회 제한(PCD_REGULER_FLAG)이 걸린 결제가 이미 결제된 달로 거절됩니다.',
      en: 'A payment under the once-a-month guard (PCD_REGULER_FLAG) is refused because the month is taken.',
    },
    section: 'domestic.md 6.1',
    parts: [{ part: 'month-taken' }],
  },
  'console-cancel': {
    title: { ko: '관리자 페이지에서 취소', en: 'Cancelled in partner admin' },
    explanation: {
      ko: '결제 직후에 누군가 파트너 관리자에서 전액 취소합니다. 쇼핑몰은 웹훅이나 조회로만 알 수 있습니다.',
      en: 'Right after the payment somebody cancels all of it in partner admin. The shop hears by webhook or lookup only.',
    },
    section: 'domestic.md 8.1',
    parts: [{ part: 'afterwards', act: 'console-cancel' }],
  },
  'card-removed': {
    title: { ko: '등록된 카드가 해지됨', en: 'The saved card is removed' },
    explanation: {
      ko: '결제 직후에 그 빌링키를 페이플이 해지합니다. 다음 청구는 거절되며, 카드를 다시 등록하게 해야 합니다.',
      en: 'Right after the payment Payple removes its billing key. The next charge is refused, and the card must be registered again.',
    },
    section: 'domestic.md 6.3',
    parts: [{ part: 'afterwards', act: 'remove-card' }],
  },
  'next-day': {
    title: { ko: '결제 뒤에 하루가 지남', en: 'A day passes after the payment' },
    explanation: {
      ko: '결제 직후에 샌드박스의 시계가 하루 앞으로 갑니다. 환불과 조회에는 원래 결제일(한국 시간)이 필요합니다.',
      en: 'Right after the payment the sandbox’s clock moves on by a day. Refunds and lookups need the original Korean day.',
    },
    section: 'domestic.md 6.2',
    parts: [{ part: 'afterwards', act: 'next-day' }],
  },
}
