import type { WindowRequest } from '../fields.ts'
import { payment, PIN_FIELDS } from './compose.ts'
import type { ExtraOptions, PaymentWindowOptions } from './options.ts'

/**
 * PIN payment (비밀번호 간편결제): the first time without `payerId`, the buyer then sets six digits; later with the buyer's billing key,
 * and the window asks for the PIN only (docs/protocol/domestic.md 3.9).
 */
export function pinPayment(
  options: PaymentWindowOptions &
    ExtraOptions & {
      /** `card` (default) or `transfer`; only a transfer may ask for a cash receipt. */
      readonly type?: 'card' | 'transfer' | undefined
    },
): WindowRequest {
  const type = options.type ?? 'card'
  return payment(type, options, { ...(type === 'card' ? { PCD_CARD_VER: '01' } : {}), ...PIN_FIELDS })
}
