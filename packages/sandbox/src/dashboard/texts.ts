/** Every text of the dashboard, in both languages. Also handed to its script. */
import { ENGLISH_NAMES } from '../scenarios/institution-names.ts'
import type { Language } from '../window/language.ts'

/** Texts by name; the shape is the same in both languages. */
export interface DashboardTexts {
  title: string
  other: string
  reset: string
  empty: string
  offline: string
  details: string
  request: string
  response: string
  /** Headings of the sections. */
  sections: Record<'payments' | 'keys' | 'links' | 'webhooks' | 'calls', string>
  columns: Record<'payments' | 'keys' | 'links' | 'webhooks' | 'calls', readonly string[]>
  won: string
  /** Money given back, behind an amount. */
  refunded: string
  statuses: Readonly<Record<string, string>>
  channels: Readonly<Record<string, string>>
  webhookStatuses: Readonly<Record<string, string>>
  cancel: string
  cancelTitle: string
  amount: string
  cancelDo: string
  back: string
  remove: string
  again: string
  /** Issuers and banks whose names are not shown as they stand on the wire. */
  names: Readonly<Record<string, string>>
  never: string
  done: string
}

const KO: DashboardTexts = {
  title: '결제와 호출',
  other: 'English',
  reset: '모두 지우기',
  empty: '아직 내역이 없습니다. 결제창을 열면 여기에 표시됩니다.',
  offline: '샌드박스와 연결이 끊어졌습니다.',
  details: '자세히',
  request: '요청',
  response: '응답',
  sections: { payments: '결제', keys: '빌링키', links: '결제 링크', webhooks: '웹훅', calls: '호출' },
  columns: {
    payments: ['시각', '주문번호', '상품', '금액', '상태', '승인', '결제수단', '관리자'],
    keys: ['등록', '결제수단', '회원', '빌링키', '관리자'],
    links: ['생성', '상품', '금액', '만료', '주문', '주소'],
    webhooks: ['시각', '종류', '주문번호', '상태', '시도', '재전송'],
    calls: ['시각', '종류', '주문번호', '내용'],
  },
  won: '{}원',
  refunded: '환불 {}',
  statuses: {
    authenticated: '인증됨',
    paid: '결제됨',
    refunded: '환불됨',
    partially_refunded: '부분 환불',
    declined: '거절됨',
    expired: '만료됨',
  },
  channels: { window: '결제창', recurring: '재결제', link: '링크' },
  webhookStatuses: { held: '보류', waiting: '대기', delivered: '전달됨', failed: '실패' },
  cancel: '취소',
  cancelTitle: '관리자 화면에서 취소',
  amount: '금액(원)',
  cancelDo: '취소하기',
  back: '닫기',
  remove: '삭제',
  again: '다시 보내기',
  names: {},
  never: '없음',
  done: '처리했습니다.',
}

const EN: DashboardTexts = {
  title: 'Payments and calls',
  other: '한국어',
  reset: 'Forget everything',
  empty: 'Nothing yet. It appears here when a payment window opens.',
  offline: 'The sandbox does not answer any more.',
  details: 'Details',
  request: 'Request',
  response: 'Answer',
  sections: {
    payments: 'Payments',
    keys: 'Billing keys',
    links: 'Payment links',
    webhooks: 'Webhooks',
    calls: 'Calls',
  },
  columns: {
    payments: ['Time', 'Order number', 'Goods', 'Amount', 'Status', 'Charges', 'Means', 'Console'],
    keys: ['Registered', 'Means', 'Member', 'Billing key', 'Console'],
    links: ['Made', 'Goods', 'Amount', 'Expires', 'Orders', 'Address'],
    webhooks: ['Time', 'Kind', 'Order number', 'Status', 'Attempts', 'Again'],
    calls: ['Time', 'Type', 'Order number', 'Fields'],
  },
  won: '₩{}',
  refunded: '{} refunded',
  statuses: {
    authenticated: 'authenticated',
    paid: 'paid',
    refunded: 'refunded',
    partially_refunded: 'partially refunded',
    declined: 'declined',
    expired: 'expired',
  },
  channels: { window: 'window', recurring: 're-payment', link: 'link' },
  webhookStatuses: { held: 'held', waiting: 'waiting', delivered: 'delivered', failed: 'failed' },
  cancel: 'Cancel',
  cancelTitle: 'Cancel from the console',
  amount: 'Amount (won)',
  cancelDo: 'Give it back',
  back: 'Never mind',
  remove: 'Delete',
  again: 'Send again',
  names: ENGLISH_NAMES,
  never: 'never',
  done: 'Done.',
}

/** The texts of a page. */
export function dashboardTexts(language: Language): DashboardTexts {
  return language === 'ko' ? KO : EN
}
