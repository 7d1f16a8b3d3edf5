/** Which fields go together, by the columns of the field table and the notes under it (docs/protocol/domestic.md 3.8, 3.9). */
import { WINDOW_FIELDS, WINDOW_KINDS } from './fields.ts'
import type { WindowFieldName, WindowKind, WindowRequest } from './fields.ts'
import type { LimitViolation } from './field-rules.ts'

/** How each window is called in a message. */
const WINDOW_NAMES: Readonly<Record<WindowKind, string>> = {
  register: 'a card registration',
  once: 'a card payment',
  pin: 'a PIN payment by card',
  app: 'an app card',
  transfer: 'a transfer',
}

/** @returns the first field that does not fit the others, or `undefined` */
export function brokenCombination(request: WindowRequest): LimitViolation | undefined {
  const kind = windowKindOf(request)
  const column = WINDOW_KINDS.indexOf(kind)
  if (kind === 'app' && request.PCD_REGULER_FLAG === 'Y') {
    return { field: 'PCD_REGULER_FLAG', rule: 'no monthly guard with an app card' }
  }
  for (const field of Object.keys(request) as WindowFieldName[]) {
    if (WINDOW_FIELDS[field].use[column] === 'x') return { field, rule: `not used by ${WINDOW_NAMES[kind]}` }
  }
  if (request.PCD_PAY_WORK === 'AUTH' && (request.PCD_PAY_GOODS ?? request.PCD_PAY_TOTAL) !== undefined) {
    return { field: 'PCD_PAY_WORK', rule: 'a registration has no goods and no amount' }
  }
  const pin = request.PCD_SIMPLE_FLAG === 'Y'
  if (pin !== (request.PCD_PAYER_AUTHTYPE !== undefined)) {
    return { field: 'PCD_PAYER_AUTHTYPE', rule: 'goes with PCD_SIMPLE_FLAG Y, and is needed with it' }
  }
  if (!pin && request.PCD_PAYER_ID !== undefined) {
    return { field: 'PCD_PAYER_ID', rule: 'a billing key opens a PIN window only' }
  }
  if (request.PCD_REGULER_FLAG === 'Y' && !(request.PCD_PAY_YEAR && request.PCD_PAY_MONTH)) {
    return { field: 'PCD_PAY_YEAR', rule: 'year and month are needed with the monthly guard' }
  }
  return undefined
}

/** A PIN may also be set while registering, so the PIN column comes before the registration's. */
function windowKindOf(request: WindowRequest): WindowKind {
  if (request.PCD_PAY_TYPE === 'transfer') return 'transfer'
  if (request.PCD_CARD_VER === '02') return 'app'
  if (request.PCD_SIMPLE_FLAG === 'Y') return 'pin'
  return request.PCD_PAY_WORK === 'AUTH' ? 'register' : 'once'
}
