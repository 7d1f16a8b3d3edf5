/**
 * Builders of the `PCD_*` object, one per window of docs/protocol/domestic.md 3.9. They translate plain English options,
 * leave absent values out (an empty string is a value to Payple) and check every limit of the field table.
 */
import { assertWon } from '../money.ts'
import type { WindowRequest } from './fields.ts'
import { assertWithinLimits } from './limits.ts'

/** How the window proves which shop it is for (docs/protocol/domestic.md 1.2.1). */
export type WindowAuth =
  /** The current way: the public client key. */
  | { readonly clientKey: string }
  /** The manual of 2020: the script POSTs to this endpoint of the shop. An absolute path, or a full URL. */
  | { readonly file: string }
  /** Pre-authenticated by the server: `AuthKey` and `return_url` of `auth.php`. */
  | { readonly authKey: string; readonly payUrl: string }

/** Who pays. All optional; Payple notifies the buyer when phone or e-mail are given. */
export interface Payer {
  /** The shop's member number: digits, at most 18. */
  readonly memberNo?: string | number | undefined
  /** At most 20 characters. Some issuers decline when it is not the card holder's. */
  readonly name?: string | undefined
  /** Digits; anything else in it is dropped. */
  readonly phone?: string | undefined
  /** At most 50 characters. */
  readonly email?: string | undefined
}

/** Leave out for a fully taxed order; Payple then books 10 % VAT (docs/protocol/domestic.md 7.2). */
export type Tax =
  /** Nothing in the order is taxed. */
  | { readonly exempt: true }
  /** Mixed order: the VAT part in whole won. */
  | { readonly vat: number }

interface CommonOptions {
  readonly auth: WindowAuth
  /** `PCD_RST_URL`. A path keeps the layer or tab; an absolute URL opens the page directly. Default `/`. */
  readonly resultUrl?: string | undefined
  readonly payer?: Payer | undefined
  /** Echoed back by Payple in the window result only. */
  readonly userDefined?: readonly [(string | undefined)?, (string | undefined)?] | undefined
}

/** Options of every window that takes money. */
export interface PaymentWindowOptions extends CommonOptions {
  /** `CERT` (default): the server confirms afterwards. `PAY`: money moves in the window. */
  readonly work?: 'CERT' | 'PAY' | undefined
  /** What is bought, at most 50 characters without emoji; see `tidyGoods`. */
  readonly goods: string
  /** Whole won, at least 100. */
  readonly total: number
  /** `PCD_PAY_OID`: unique per attempt, at most 30 of letters, digits, `_`, `-`. */
  readonly orderId: string
  readonly tax?: Tax | undefined
}

/** Once-a-month guard: Payple refuses a second charge of one billing key for this year and month. */
export interface MonthlyGuard {
  /** Four digits. */
  readonly year: string
  /** Two digits with the leading zero. */
  readonly month: string
}

/** One-off card by number entry (`PCD_CARD_VER` 01), optionally with the monthly guard. */
export function cardPayment(
  options: PaymentWindowOptions & { readonly monthlyGuard?: MonthlyGuard | undefined },
): WindowRequest {
  return checked({ ...payment(options), PCD_CARD_VER: '01', PCD_SIMPLE_FLAG: 'N', ...guard(options.monthlyGuard) })
}

/** App card or ISP (`PCD_CARD_VER` 02); `wallet` asks for one means and needs a contract. */
export function appCardPayment(
  options: PaymentWindowOptions & { readonly wallet?: 'appCard' | 'naverPay' | 'kakaoPay' | undefined },
): WindowRequest {
  return checked({
    ...payment(options),
    PCD_CARD_VER: '02',
    ...compact({ PCD_PAY_METHOD: options.wallet }),
    ...guard(undefined),
  })
}

/** PIN payment (비밀번호 간편결제): the first time without `payerId`, later with the buyer's billing key. */
export function pinPayment(
  options: PaymentWindowOptions & {
    /** Billing key of a returning customer. Server side only. */
    readonly payerId?: string | undefined
    readonly monthlyGuard?: MonthlyGuard | undefined
  },
): WindowRequest {
  return checked({
    ...payment(options),
    PCD_CARD_VER: '01',
    PCD_SIMPLE_FLAG: 'Y',
    PCD_PAYER_AUTHTYPE: 'pwd',
    ...compact({ PCD_PAYER_ID: options.payerId }),
    ...guard(options.monthlyGuard),
  })
}

/** Registers a card and takes no money. Goods and amount are left out, as the tables ask (3.8, pitfall 15). */
export function cardRegistration(options: CommonOptions & { readonly orderId?: string | undefined }): WindowRequest {
  return checked({
    ...common(options),
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: 'AUTH',
    PCD_CARD_VER: '01',
    ...compact({ PCD_PAY_OID: options.orderId }),
  })
}

function payment(options: PaymentWindowOptions): WindowRequest {
  assertWon(options.total, 'total')
  const { tax } = options
  return {
    ...common(options),
    PCD_PAY_TYPE: 'card',
    PCD_PAY_WORK: options.work ?? 'CERT',
    PCD_PAY_GOODS: options.goods,
    PCD_PAY_TOTAL: String(options.total),
    PCD_PAY_OID: options.orderId,
    ...(tax && 'exempt' in tax ? { PCD_PAY_ISTAX: 'N' as const } : {}),
    ...(tax && 'vat' in tax ? { PCD_PAY_TAXTOTAL: String(tax.vat) } : {}),
  }
}

function common(options: CommonOptions): WindowRequest {
  const { auth, payer = {}, userDefined = [] } = options
  return {
    // The old script asks for its own version; samples dropped the field with the new script (3.8).
    ...('file' in auth ? { PCD_CPAY_VER: '1.0.1', payple_auth_file: auth.file } : {}),
    ...('clientKey' in auth ? { clientKey: auth.clientKey } : {}),
    ...('authKey' in auth ? { PCD_AUTH_KEY: auth.authKey, PCD_PAY_URL: auth.payUrl } : {}),
    PCD_RST_URL: options.resultUrl ?? '/',
    ...compact({
      PCD_PAYER_NO: payer.memberNo === undefined ? undefined : String(payer.memberNo),
      PCD_PAYER_NAME: payer.name,
      PCD_PAYER_HP: payer.phone?.replace(/\D/g, ''),
      PCD_PAYER_EMAIL: payer.email,
      PCD_USER_DEFINE1: userDefined[0],
      PCD_USER_DEFINE2: userDefined[1],
    }),
  }
}

function guard(monthly: MonthlyGuard | undefined): WindowRequest {
  if (monthly === undefined) return { PCD_REGULER_FLAG: 'N' }
  return { PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: monthly.year, PCD_PAY_MONTH: monthly.month }
}

/** Absent values must be absent on the wire: Payple reads an empty string as a value. */
function compact<Fields extends Record<string, string | undefined>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>
  }
}

function checked(request: WindowRequest): WindowRequest {
  assertWithinLimits(request)
  return request
}
