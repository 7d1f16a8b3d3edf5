import type { CodeRow } from './row.ts'

/**
 * Result codes of the overseas product. The readable part of Payple's list ends after `T0322`, and no decline code is known
 * (docs/protocol/overseas.md 7).
 */
export const OVERSEAS_CODES: Readonly<Record<string, CodeRow>> = {
  A0000: ['success', '처리 성공', 'done'],
  C0998: ['buyer', '결제창을 닫았습니다.', 'the buyer closed the window'],
  T0000: ['success', 'Process Success', 'token issued'],
  T0200: ['merchant', '인증요청 거부 - service_id 값이 존재하지 않습니다.', '`service_id` is missing'],
  T0201: ['merchant', '인증요청 거부 - service_key 값이 존재하지 않습니다.', '`service_key` is missing'],
  T0210: ['merchant', '인증요청 거부 - code 값이 존재하지 않습니다.', '`code` is missing'],
  T0211: ['merchant', '인증요청 거부 - code 영문자+숫자 10자리', '`code` is not ten letters and digits'],
  T0300: ['merchant', '인증요청 거부 - 사용자 불일치', 'no such overseas account'],
  T0310: [
    'merchant',
    '인증요청 거부 - 등록된 WHITE IP 아닙니다.',
    'the IP address of this server is not registered; have help@payple.kr register its fixed outgoing address',
  ],
  T0320: ['merchant', '토큰 사용자 불일치 - T/B', 'the token belongs to another account than the request'],
  T0322: ['merchant', '등록된 파트너의 service_id가 아닙니다.', 'the account is not enrolled for overseas payments'],
}
