/** The windows of a bank account (docs/protocol/domestic.md 3.9). They have no `PCD_CARD_VER`. */
import type { WindowRequest } from '../fields.ts'
import { checked, common, compact, payment, PIN_FIELDS } from './compose.ts'
import type { ExtraOptions, PaymentWindowOptions, RegistrationOptions } from './options.ts'

/**
 * Transfer from a bank account, at least 1,000 won; the account is registered on the way. With a PIN: `pinPayment` with type
 * `transfer`.
 */
export function transferPayment(
  options: PaymentWindowOptions & Pick<ExtraOptions, 'monthlyGuard' | 'cashReceipt'>,
): WindowRequest {
  return payment('transfer', options, {})
}

/** Registers a bank account by an ARS call (personal) or a 1-won check (company), 3 minutes each; takes no money. */
export function accountRegistration(options: RegistrationOptions): WindowRequest {
  return checked({
    ...common(options),
    PCD_PAY_TYPE: 'transfer',
    PCD_PAY_WORK: 'AUTH',
    ...(options.pin === true ? PIN_FIELDS : {}),
    ...compact({ PCD_PAY_OID: options.orderId }),
  })
}
