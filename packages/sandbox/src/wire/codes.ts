/** The Payple codes this sandbox answers with, and their published texts. */
import type { Text } from '../window/language.ts'
import { REPAY_TEXTS, type RepayCode } from './repay-codes.ts'
import { TRANSFER_TEXTS, type TransferCode } from './transfer-codes.ts'

/** A code the sandbox answers with. */
export type PaypleCode = OtherCode | RepayCode | TransferCode

type OtherCode =
  | `AUTH000${1 | 2 | 3 | 4 | 7 | 8}`
  | `CPCA${'0001' | '0002' | '0003' | '0004' | '0005' | '0010' | '0011' | '0018' | '0201' | '9997'}`
  | `CBIL000${1 | 2 | 3}`
  | 'CDAU0007'
  | `PAYC00${'01' | '02' | '07' | '11'}`
  | `PUSER000${1 | 2 | 3}`
  | 'cpc0034'
  | 'INSERT ERROR'

/**
 * Text of every code, from docs/protocol/domestic.md: AUTH section 9.3, CPCA 9.4, CBIL 9.5, CDAU and INSERT ERROR 9.8,
 * PAYC and `cpc` 9.11. The Korean text is what goes on the wire. Texts that start with `[sandbox]` are ours, because
 * Payple's are not published; the failures of the PUSER family are ours altogether.
 */
const CODE_TEXTS: Readonly<Record<OtherCode, Text>> = {
  AUTH0001: { ko: '가맹점 인증에 필요한 cst_id 를 확인해주세요.', en: 'Check cst_id.' },
  AUTH0002: { ko: '가맹점 인증에 필요한 custKey 를 확인해주세요.', en: 'Check custKey.' },
  AUTH0003: { ko: '가맹점 계정(cst_id)이 존재하지 않습니다.', en: 'There is no such partner.' },
  AUTH0004: { ko: '접속하시는 서버의 도메인 확인이 필요합니다.', en: 'The domain is not registered for this partner.' },
  AUTH0007: {
    ko: '[sandbox] 결제창을 연 페이지가 auth.php의 Referer와 다릅니다.',
    en: '[sandbox] The page that opened the window is not the Referer that auth.php was called with.',
  },
  AUTH0008: {
    ko: '[sandbox] 승인요청이 PCD_PAY_COFURL 주소로 오지 않았습니다.',
    en: '[sandbox] The confirm did not come to the address in PCD_PAY_COFURL.',
  },
  CPCA0001: { ko: '인증시간(3분)이 초과되었습니다. 다시 시도해주세요.', en: 'The time to authenticate is over.' },
  CPCA0002: {
    ko: '결제 진행 중 오류가 발생하였습니다. 다시 시도해주세요.',
    en: 'The card is not registered or already deleted.',
  },
  CPCA0003: { ko: '카드인증회원이 아닙니다.', en: 'This member has no authenticated card.' },
  CPCA0004: { ko: '카드정보가 존재하지 않거나, 일치하지 않습니다.', en: 'Card data is missing or different.' },
  CPCA0005: {
    ko: '카드결제용 인증키 값이 존재하지 않거나, 일치하지 않습니다.',
    en: 'The payment key is missing or different.',
  },
  CPCA0010: { ko: '카드승인 요청 실패!!', en: 'The approval request failed.' },
  CPCA0011: {
    ko: '결제요청 값과 결제결과 값이 다릅니다.',
    en: 'Result and request differ; the approval is cancelled by Payple.',
  },
  CPCA0018: {
    ko: '결제 진행 중 오류가 발생하였습니다. 다시 시도해주세요.',
    en: 'The message to the card company failed.',
  },
  CPCA0201: { ko: '이미 존재하는 거래입니다. 다시 시도해주세요.', en: 'This order number was already used.' },
  CPCA9997: { ko: '결제방식 오류', en: 'PCD_PAY_TYPE is wrong.' },
  CBIL0001: { ko: 'Wrong access attempt', en: 'Wrong access attempt' },
  CBIL0002: { ko: '인증세션이 만료되었습니다. 다시 시도해주세요.', en: 'The authentication session has expired.' },
  CBIL0003: { ko: '결제내역이 존재하지 않습니다. 다시 시도해주세요.', en: 'There is no such payment.' },
  CDAU0007: { ko: '카드 인증 실패', en: 'Card authentication failed.' },
  PAYC0001: {
    ko: '[sandbox] PCD_CST_ID, PCD_CUST_KEY, PCD_AUTH_KEY는 취소용 auth.php 호출 하나에서 받은 값이어야 합니다.',
    en: '[sandbox] PCD_CST_ID, PCD_CUST_KEY and PCD_AUTH_KEY must come from one auth.php call for a cancel.',
  },
  PAYC0002: { ko: '[sandbox] PCD_REFUND_KEY가 다릅니다.', en: '[sandbox] PCD_REFUND_KEY is wrong.' },
  PAYC0007: {
    ko: '[sandbox] 이 주문번호와 날짜로 취소할 결제가 없습니다.',
    en: '[sandbox] No payment of this order number and date is left to cancel.',
  },
  PAYC0011: {
    ko: '[sandbox] PCD_REFUND_TOTAL이 취소 가능 금액보다 큽니다.',
    en: '[sandbox] PCD_REFUND_TOTAL is more than what is left to refund.',
  },
  PUSER0001: {
    ko: '[sandbox] PCD_CST_ID, PCD_CUST_KEY, PCD_AUTH_KEY는 같은 PCD_PAY_WORK로 호출한 auth.php에서 받은 값이어야 합니다.',
    en: '[sandbox] PCD_CST_ID, PCD_CUST_KEY and PCD_AUTH_KEY must come from one auth.php call with the same PCD_PAY_WORK.',
  },
  PUSER0002: { ko: '[sandbox] 인증세션이 만료되었습니다.', en: '[sandbox] The authentication session has expired.' },
  PUSER0003: {
    ko: '[sandbox] 등록되지 않았거나 해지된 PCD_PAYER_ID입니다.',
    en: '[sandbox] PCD_PAYER_ID is not registered, or was deleted.',
  },
  cpc0034: {
    ko: '[sandbox] PCD_PAYER_NO는 숫자 18자리까지입니다.',
    en: '[sandbox] PCD_PAYER_NO must be at most 18 digits.',
  },
  'INSERT ERROR': { ko: 'INSERT ERROR', en: 'INSERT ERROR' },
}

/** The text of a Payple code; of any other code, the code itself. */
export function codeText(code: string): Text {
  const texts = [CODE_TEXTS, REPAY_TEXTS, TRANSFER_TEXTS].find((known) => Object.hasOwn(known, code))
  return texts?.[code as OtherCode] ?? { ko: code, en: code }
}
