/** Who talks to whom in each kind of event, for the diagram of one payment. */
import type { Text } from '../window/language.ts'

/** The three who take part. */
export type Lane = 'page' | 'gateway' | 'server'

/** One arrow; `from` and `to` are the same for something that happens in one place. */
export interface Flow {
  from: Lane
  to: Lane
  text: Text
  /** It went wrong, or somebody made it go wrong. */
  bad?: true
}

const flow = (from: Lane, to: Lane, ko: string, en: string): Flow => ({ from, to, text: { ko, en } })
const bad = (from: Lane, to: Lane, ko: string, en: string): Flow => ({ from, to, text: { ko, en }, bad: true })

/** By event type. */
export const FLOWS: Readonly<Record<string, Flow>> = {
  'script.served': flow('page', 'gateway', '스크립트를 받음', 'loads the script'),
  auth: flow('server', 'gateway', '가맹점 인증', 'authenticates'),
  'auth.refused': bad('server', 'gateway', '가맹점 인증 거절', 'is refused authentication'),
  'window.opened': flow('page', 'gateway', '결제창을 엶', 'opens the window'),
  'window.refused': bad('page', 'gateway', '결제창이 거절됨', 'is refused a window'),
  'window.warning': bad('gateway', 'gateway', '요청에 이상한 점', 'finds something odd in the request'),
  'window.verifying': flow('gateway', 'gateway', '계좌 확인 전화', 'calls to verify the account'),
  'window.result': flow('gateway', 'page', '결과를 전달', 'hands the result over'),
  'window.closed': flow('gateway', 'page', '구매자가 닫음', 'is closed by the buyer'),
  'window.stuck': bad('gateway', 'page', '오류, 닫기만 가능', 'can only be closed'),
  'window.silent': bad('gateway', 'gateway', '결과를 보내지 않음', 'never reports back'),
  'window.done': flow('gateway', 'gateway', '링크 결제 완료', 'finishes a link'),
  'window.verify': flow('gateway', 'gateway', '계좌 확인', 'verifies the account'),
  'window.pin': flow('gateway', 'gateway', '결제 비밀번호', 'asks for the PIN'),
  'window.over': flow('gateway', 'gateway', '이미 끝난 창', 'had ended already'),
  'window.field': flow('gateway', 'gateway', '입력 오류', 'asks again'),
  'confirm.charged': flow('server', 'gateway', '최종 승인, 결제됨', 'confirms: charged'),
  'confirm.refused': bad('server', 'gateway', '최종 승인 거절', 'confirms: refused'),
  'repay.charged': flow('server', 'gateway', '빌링키 청구, 결제됨', 'charges the key: charged'),
  'repay.refused': bad('server', 'gateway', '빌링키 청구 거절', 'charges the key: refused'),
  lookup: flow('server', 'gateway', '결제 조회', 'looks the payment up'),
  'lookup.refused': bad('server', 'gateway', '결제 조회, 찾지 못함', 'looks up: nothing found'),
  'cancel.done': flow('server', 'gateway', '환불', 'refunds'),
  'cancel.refused': bad('server', 'gateway', '환불 거절', 'refunds: refused'),
  'billing-key.found': flow('server', 'gateway', '빌링키 조회', 'looks the key up'),
  'billing-key.deleted': flow('server', 'gateway', '빌링키 해지', 'deletes the key'),
  'billing-key.refused': bad('server', 'gateway', '빌링키 호출 거절', 'key call: refused'),
  'receipt.issued': flow('server', 'gateway', '현금영수증 발행', 'issues a cash receipt'),
  'receipt.cancelled': flow('server', 'gateway', '현금영수증 취소', 'cancels the receipt'),
  'receipt.refused': bad('server', 'gateway', '현금영수증 거절', 'receipt: refused'),
  'link.made': flow('server', 'gateway', '결제 링크 생성', 'makes a link'),
  'link.refused': bad('server', 'gateway', '결제 링크 거절', 'link: refused'),
  'webhook.probed': flow('gateway', 'server', '웹훅 주소 확인', 'asks whether the address answers'),
  'webhook.held': flow('gateway', 'gateway', '웹훅 보류', 'holds a webhook back'),
  'webhook.delivered': flow('gateway', 'server', '웹훅 전달됨', 'delivers a webhook'),
  'webhook.failed': bad('gateway', 'server', '웹훅 실패', 'fails to deliver a webhook'),
  'console.cancelled': flow('gateway', 'gateway', '관리자 화면에서 취소', 'is told to cancel, in the console'),
  'console.key-deleted': flow('gateway', 'gateway', '관리자 화면에서 해지', 'is told to delete a key, in the console'),
  fault: bad('gateway', 'gateway', '일부러 낸 고장', 'breaks on purpose'),
  scenario: bad('gateway', 'gateway', '시나리오', 'follows a scenario'),
  'scenario.on': flow('gateway', 'gateway', '시나리오 켬', 'has a scenario switched on'),
  'scenario.off': flow('gateway', 'gateway', '시나리오 끔', 'has a scenario switched off'),
  'clock.moved': flow('gateway', 'gateway', '시계를 옮김', 'has its clock moved'),
  'field.unknown': bad('gateway', 'gateway', '모르는 필드', 'does not know a field'),
  'gpay-token': flow('server', 'gateway', '토큰 발급', 'gets a token'),
  'gpay-token.refused': bad('server', 'gateway', '토큰 거절', 'is refused a token'),
  'gpay-charge': flow('server', 'gateway', '해외 빌링키 청구', 'charges the key'),
  'gpay-charge.refused': bad('server', 'gateway', '해외 빌링키 청구 거절', 'charges the key: refused'),
  'gpay-cancel': flow('server', 'gateway', '해외 결제 취소', 'cancels'),
  'gpay-cancel.refused': bad('server', 'gateway', '해외 결제 취소 거절', 'cancels: refused'),
  'gpay-lookup': flow('server', 'gateway', '해외 결제 조회', 'looks the payment up'),
  'gpay-lookup.refused': bad('server', 'gateway', '해외 결제 조회, 찾지 못함', 'looks up: nothing found'),
  'gpay.window-opened': flow('page', 'gateway', '해외 결제창을 엶', 'opens the overseas window'),
  'gpay.window-refused': bad('page', 'gateway', '해외 결제창이 거절됨', 'is refused an overseas window'),
  'gpay.window-closed': flow('gateway', 'page', '구매자가 닫음', 'is closed by the buyer'),
  'gpay.declined': bad('gateway', 'page', '카드 거절', 'declines the card'),
  'gpay.warning': bad('gateway', 'gateway', '이미 쓴 주문번호', 'has seen the order number before'),
  'gpay.paid': flow('gateway', 'page', '결제됨, 결과를 전달', 'charges, and hands the result over'),
  'gpay.cancelled': flow('gateway', 'gateway', '환불됨', 'gives money back'),
}
