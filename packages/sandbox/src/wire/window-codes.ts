/** How a window and its confirm say no, by payment means (docs/protocol/domestic.md sections 9.4, 9.8 and 9.10). */
import type { Merchant } from '../settings.ts'
import type { PayType } from '../window/request.ts'
import { type Answer, refusal } from './answers.ts'
import type { PaypleCode } from './codes.ts'

/** Why a payment did not happen. */
export type WindowRefusal =
  | 'wrong-keys'
  | 'no-payer'
  | 'other-payer'
  | 'deleted-payer'
  | 'late'
  | 'duplicate'
  | 'guard'
  | 'declined'
  | 'unknown'

const CODES: Readonly<Record<PayType, Readonly<Record<WindowRefusal, PaypleCode>>>> = {
  card: {
    'wrong-keys': 'CPCA0005',
    'no-payer': 'CPCA0003',
    'other-payer': 'CPCA0004',
    'deleted-payer': 'CPCA0002',
    late: 'CPCA0001',
    duplicate: 'CPCA0201',
    guard: 'INSERT ERROR',
    declined: 'CPCA0010',
    // No window code says that a card's outcome is unknown; the text of this one comes closest.
    unknown: 'CPCA0018',
  },
  transfer: {
    'wrong-keys': 'CPAY0001',
    'no-payer': 'CPAY0002',
    'other-payer': 'CPAY0003',
    'deleted-payer': 'CPAY0002',
    late: 'CPAY0001',
    duplicate: 'CPAY0201',
    guard: 'CPAY0202',
    declined: 'CPAY0022',
    unknown: 'CPAY0018',
  },
}

/** The code of a refusal. */
export function windowCode(type: PayType, problem: WindowRefusal): PaypleCode {
  return CODES[type][problem]
}

/** The fields of a refusal; `message` is the institution's text, shown instead of Payple's (section 9.1). */
export function windowRefusal(
  merchant: Merchant | undefined,
  type: PayType,
  problem: WindowRefusal,
  message?: string,
): Answer {
  const code = windowCode(type, problem)
  return message === undefined ? refusal(merchant, code) : refusal(merchant, code, message)
}
