/** Codes and messages of the overseas product (docs/protocol/overseas.md section 7); `SIM_` where no source knows one. */
import type { SimulatedCode } from './options.ts'

export const OVERSEAS_CODES: Readonly<Record<string, string>> = {
  T0000: 'Process Success',
  T0200: 'Authentication Request Denied - service_id value does not exist.',
  T0201: 'Authentication Request Denied - service_key value does not exist.',
  T0210: 'Authentication Request Denied - code value does not exist.',
  T0211: 'Authentication Request Denied - code value is English letters + Numbers 10 digits',
  T0300: 'Authentication Request Denied - User Mismatched',
  T0310: 'Authentication Request Denied - Not Registered WHITE IP.',
  T0320: 'Token User Mismatched - T/B',
  T0322: 'Not Registered Partner service_id.',
  A0000: '처리 성공',
  // The code is known, its text is not (section 3.6).
  C0998: '결제창을 닫았습니다.',
}

/** Words of the sandbox, marked as such. */
export const SIMULATED: Readonly<Record<SimulatedCode, string>> = {
  SIM_TOKEN: '[sandbox] The token is unknown, expired or used up.',
  SIM_LIMIT: '[sandbox] Too many tokens of this account are in use.',
  SIM_FIELD: '[sandbox] A required field is missing',
  SIM_AMOUNT: '[sandbox] totalAmount does not fit the currency.',
  SIM_DECLINED: '[sandbox] The card was declined.',
  SIM_DUPLICATE: '[sandbox] The order number was used before.',
  SIM_NOT_FOUND: '[sandbox] There is no such payment.',
  SIM_KEY: '[sandbox] The billing key does not work.',
  SIM_CANCEL: '[sandbox] So much cannot be cancelled.',
  SIM_SECURITY_CODE: '[sandbox] securityCode must be 3 or 4 digits.',
  SIM_RESULT_URL: '[sandbox] resultUrl must be an absolute address.',
}
