/**
 * Codes of re-payments with a billing key and their published texts (docs/protocol/domestic.md sections 9.6, 9.7 and
 * 9.10). A listing: the ones the sandbox answers by itself and the ones tests ask for most.
 */
import type { Text } from '../window/language.ts'

const AGAIN = '결제 진행 중 오류가 발생하였습니다. 다시 시도해주세요.'
const ASK_SHOP = '결제 진행 중 오류가 발생하였습니다. 상점에 문의해주세요.'
const MONTH_LIMIT = '가맹점 카드 월 한도 초과 - 해당 사이트 관리자에게 문의 하세요!!'
const SHOP_LIMIT = '이용하시는 상점의 한도가 초과되었습니다. 상점 관리자에게 문의주세요.'
const EACH_LIMIT = '이용하시는 상점의 건당 한도가 초과되었습니다. 상점 관리자에게 문의주세요.'
const MAINTENANCE = '은행 점검시간 (00:00~00:00) 입니다. 점검시간을 피해 다시 시도해주세요.'
const ALIAS = '평생계좌번호가 아닌 실계좌번호를 입력해주세요.'
const EXPIRED = '인증세션이 만료되었습니다. 다시 시도해주세요.'
const DONE = '이미 처리된 거래입니다. 다시 시도해주세요.'
const CARD_WRONG = '정기결제(카드) 실패 : 잘못된 접근입니다.!!'

/** Text of every code; the Korean one is what goes on the wire. */
export const REPAY_TEXTS: Readonly<Record<string, Text>> = {
  SPCD0001: { ko: AGAIN, en: 'The billing key is missing or different.' },
  SPCD0002: { ko: '결제가능 최저금액은 100원 입니다.', en: 'The minimum is 100 won.' },
  SPCD0003: { ko: AGAIN, en: 'The goods name is missing.' },
  SPCD0004: { ko: EXPIRED, en: 'The authentication session has expired.' },
  SPCD0007: { ko: '카드서비스 이용 불가', en: 'No right to the card service.' },
  SPCD0009: { ko: SHOP_LIMIT, en: 'The limit per payment of the shop is exceeded.' },
  SPCD0010: { ko: MONTH_LIMIT, en: 'The monthly card limit of the shop is exceeded.' },
  SPCD0012: { ko: ASK_SHOP, en: 'The billing key is unknown, deleted, or of another payment means.' },
  SPCD0013: { ko: '미인증 카드입니다.', en: 'The card is not authenticated.' },
  SPCD0014: { ko: DONE, en: 'The order number is done or in progress.' },
  SPCD0018: { ko: '카드결제 실패!!', en: 'The card payment failed.' },
  SPCD1001: { ko: AGAIN, en: 'No answer from the card company: the outcome is unknown.' },
  SPCD1002: { ko: '카드등록 해지 실패!!', en: 'A lost or expired card could not be removed.' },
  SPCD1003: {
    ko: '결제 오류로 인해 승인된 거래건이 취소되었습니다. 다시 시도해주세요.',
    en: 'Approved, and cancelled by Payple. Try again.',
  },
  SPCD1004: { ko: '카드번호', en: 'The card was removed automatically.' },
  SPCD9991: { ko: '가맹점 인증에 필요한 custKey 를 확인해주세요.', en: 'Check custKey.' },
  SPCD9998: { ko: CARD_WRONG, en: 'Wrong access.' },
  SPCD9999: { ko: AGAIN, en: 'Another error.' },
  RPCD0001: { ko: AGAIN, en: 'The billing key is not registered.' },
  RPCD0002: { ko: '결제가능 최저금액은 100원 입니다.', en: 'The minimum is 100 won.' },
  RPCD0003: { ko: '결제상품명이 존재하지 않습니다.', en: 'The goods name is missing.' },
  RPCD0004: { ko: '정기결제 년도(YYYY) 오류', en: 'PCD_PAY_YEAR is wrong.' },
  RPCD0005: { ko: '정기결제 월(MM) 오류', en: 'PCD_PAY_MONTH is wrong.' },
  RPCD0006: { ko: EXPIRED, en: 'The authentication session has expired.' },
  RPCD0007: { ko: '카드정기결제서비스 이용 불가', en: 'The service is not enabled.' },
  RPCD0009: { ko: '상점의 건당 한도가 초과되었습니다.', en: 'The limit per payment of the shop is exceeded.' },
  RPCD0010: { ko: MONTH_LIMIT, en: 'The monthly card limit of the shop is exceeded.' },
  RPCD0012: { ko: '카드 인증정보를 찾을 수 없습니다.', en: 'The billing key is unknown.' },
  RPCD0013: { ko: '미인증 카드입니다.', en: 'The card is not authenticated.' },
  RPCD0015: { ko: DONE, en: 'The order number is done or in progress.' },
  RPCD0019: { ko: '카드결제 실패!!', en: 'The card payment failed.' },
  RPCD1001: { ko: '카드승인 요청 실패!!', en: 'No answer from the card company.' },
  RPCD1002: { ko: '카드등록 해지 실패!!', en: 'A lost or expired card could not be removed.' },
  RPCD1003: { ko: '결제요청 값과 결제결과 값이 다릅니다.', en: 'Result and request differ; cancelled by Payple.' },
  RPCD9991: { ko: '가맹점 인증키 불일치', en: 'The partner key does not match.' },
  RPCD9998: { ko: CARD_WRONG, en: 'Wrong access.' },
  RPCD9999: { ko: '정기결제 카드결제 실패 : 결제자 정보를 바르게 입력하세요!!', en: 'Payer data is wrong.' },
  SPAY0001: { ko: '인증실패 : MEM INFO ERROR', en: 'The id or the auth key is wrong or expired.' },
  SPAY0002: { ko: ALIAS, en: 'Enter the real account number.' },
  SPAY0003: { ko: EACH_LIMIT, en: 'The limit per payment is exceeded.' },
  SPAY0004: { ko: SHOP_LIMIT, en: 'The monthly limit is exceeded.' },
  SPAY0005: { ko: ASK_SHOP, en: 'The billing key is unknown, deleted, or of another payment means.' },
  SPAY0006: { ko: '결제동의 미인증 계좌입니다.', en: 'The account has no consent.' },
  SPAY0011: { ko: '출금이체 결과 미수신!!', en: 'The withdrawal result was not received: the outcome is unknown.' },
  SPAY0012: { ko: '출금이제 실패!!', en: 'The withdrawal failed.' },
  SPAY0019: { ko: '결제 진행 중 오류가 발생하였습니다.', en: 'ACT_ or PCD_SIMPLE_FLAG is wrong.' },
  SPAY0020: { ko: '결제자 정보나 계좌정보를 바르게 입력하세요!!', en: 'Another error.' },
  SPAY0021: { ko: '주문번호가 존재하지 않습니다.', en: 'The order number was not sent.' },
  SPAY0023: { ko: '결제가능 최저금액은 1,000원 입니다.', en: 'The minimum is 1,000 won.' },
  SPAY0024: { ko: '결제상품명이 존재하지 않습니다.', en: 'The goods name is missing.' },
  SPAY9998: { ko: MAINTENANCE, en: 'Bank maintenance.' },
  RPAY0001: { ko: EXPIRED, en: 'The authentication session has expired.' },
  RPAY0002: { ko: ALIAS, en: 'Enter the real account number.' },
  RPAY0003: { ko: EACH_LIMIT, en: 'The limit per payment is exceeded.' },
  RPAY0004: { ko: SHOP_LIMIT, en: 'The monthly limit is exceeded.' },
  RPAY0005: { ko: ASK_SHOP, en: 'The billing key is unknown, deleted, or of another payment means.' },
  RPAY0006: { ko: '결제동의 미인증 계좌입니다.', en: 'The account has no consent.' },
  RPAY0008: { ko: '중복결제', en: 'Already charged this month.' },
  RPAY0013: { ko: '출금이체 결과 미수신!!', en: 'The withdrawal result was not received: the outcome is unknown.' },
  RPAY0014: { ko: '출금이제 실패!!', en: 'The withdrawal failed.' },
  RPAY0019: { ko: '정기결제 출금이체 실패 : 잘못된 접근입니다.!!', en: 'Wrong access.' },
  RPAY0021: { ko: '주문번호가 존재하지 않습니다.', en: 'The order number was not sent.' },
  RPAY0022: { ko: '결제자 정보나 계좌정보를 바르게 입력하세요!!', en: 'Another error.' },
  RPAY0023: { ko: '결제가능 최저금액은 1,000원 입니다.', en: 'The minimum is 1,000 won.' },
  RPAY0024: { ko: '결제상품명이 존재하지 않습니다.', en: 'The goods name is missing.' },
  RPAY0025: { ko: '정기결제 년도(YYYY) 오류', en: 'PCD_PAY_YEAR is wrong.' },
  RPAY0026: { ko: '정기결제 월(MM) 오류', en: 'PCD_PAY_MONTH is wrong.' },
  RPAY9998: { ko: MAINTENANCE, en: 'Bank maintenance.' },
}

/** A code of one of the four families. */
export type RepayCode = `${'SPCD' | 'RPCD' | 'SPAY' | 'RPAY'}${number}`
