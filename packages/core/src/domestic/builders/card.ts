/** The card windows (docs/protocol/domestic.md 3.9). */
import type { WindowRequest } from '../fields.ts'
import { checked, common, compact, payment, PIN_FIELDS } from './compose.ts'
import type { ExtraOptions, PaymentWindowOptions, RegistrationOptions } from './options.ts'

/** Card by number entry (`PCD_CARD_VER` 01), optionally with the monthly guard. */
export function cardPayment(
  options: PaymentWindowOptions &
    Pick<ExtraOptions, 'monthlyGuard'> & {
      /** Registration and first charge in one: the billing key may be charged later. Default no (`PCD_SIMPLE_FLAG` N). */
      readonly register?: boolean | undefined
    },
): WindowRequest {
  return payment('card', options, {
    PCD_CARD_VER: '01',
    ...(options.register === true ? {} : { PCD_SIMPLE_FLAG: 'N' }),
  })
}

/** App card or ISP (`PCD_CARD_VER` 02); `wallet` asks for one means and needs a contract. */
export function appCardPayment(
  options: PaymentWindowOptions & { readonly wallet?: 'appCard' | 'naverPay' | 'kakaoPay' | undefined },
): WindowRequest {
  return payment('card', options, { PCD_CARD_VER: '02', ...compact({ PCD_PAY_METHOD: options.wallet }) })
}

/** Registers a card and takes no money. Goods and amount are left out, as the tables ask (3.8, pitfall 15). */
export function cardRegistration(options: RegistrationOptions): WindowRequest {
  return checked({
    ...common(options),
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'AUTH',
    PCD_CARD_VER: '01',
    ...(options.pin === true ? PIN_FIELDS : {}),
    ...compact({ PCD_PAY_OID: options.orderId }),
  })
}
