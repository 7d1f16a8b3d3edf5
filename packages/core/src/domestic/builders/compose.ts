/** The parts every builder is made of. Absent values stay absent: an empty string is a value to Payple. */
import { assertWon } from '../../money.ts'
import type { WindowRequest } from '../fields.ts'
import { assertWithinLimits } from '../limits.ts'
import type {
  CommonOptions,
  ExtraOptions,
  MonthlyGuard,
  Payer,
  PaymentWindowOptions,
  Tax,
  UserDefined,
} from './options.ts'

/** What makes any window a PIN window. */
export const PIN_FIELDS = { PCD_SIMPLE_FLAG: 'Y', PCD_PAYER_AUTHTYPE: 'pwd' } as const

/** Everything a paying window may carry. Whether this window may carry it is for the limits to say. */
export function payment(
  type: 'card' | 'transfer',
  options: PaymentWindowOptions & ExtraOptions,
  fields: WindowRequest,
): WindowRequest {
  assertWon(options.total, 'total')
  return checked({
    ...common(options),
    PCD_PAY_TYPE: type,
    PCD_PAY_WORK: options.work ?? 'CERT',
    PCD_PAY_GOODS: options.goods,
    PCD_PAY_TOTAL: String(options.total),
    PCD_PAY_OID: options.orderId,
    ...taxFields(options.tax),
    ...fields,
    ...guardFields(options.monthlyGuard),
    ...compact({ PCD_PAYER_ID: options.payerId, PCD_TAXSAVE_FLAG: options.cashReceipt === true ? 'Y' : undefined }),
  })
}

/** What every window carries: authentication, result address, payer, the shop's own texts. */
export function common(options: CommonOptions): WindowRequest {
  const { auth } = options
  return {
    // The old script asks for its own version; samples dropped the field with the new script (3.8).
    ...('file' in auth ? { PCD_CPAY_VER: '1.0.1', payple_auth_file: auth.file } : {}),
    ...('clientKey' in auth ? { clientKey: auth.clientKey } : {}),
    ...('authKey' in auth ? { PCD_AUTH_KEY: auth.authKey, PCD_PAY_URL: auth.payUrl } : {}),
    PCD_RST_URL: options.resultUrl ?? '/',
    ...payerFields(options.payer),
    ...userFields(options.userDefined),
  }
}

/** The payer's fields, as windows and charges spell them. */
export function payerFields(payer: Payer = {}): WindowRequest {
  return compact({
    PCD_PAYER_NO: payer.memberNo === undefined ? undefined : String(payer.memberNo),
    PCD_PAYER_NAME: payer.name,
    PCD_PAYER_HP: payer.phone?.replace(/\D/g, ''),
    PCD_PAYER_EMAIL: payer.email,
  })
}

/** The shop's two own texts. */
export function userFields(userDefined: UserDefined = []): WindowRequest {
  return compact({ PCD_USER_DEFINE1: userDefined[0], PCD_USER_DEFINE2: userDefined[1] })
}

/** Tax treatment (docs/protocol/domestic.md 7.2); nothing for a fully taxed order. */
export function taxFields(tax: Tax | undefined): WindowRequest {
  if (tax === undefined) return {}
  return 'exempt' in tax ? { PCD_PAY_ISTAX: 'N' } : { PCD_PAY_TAXTOTAL: String(tax.vat) }
}

/** The monthly guard, or its documented `N`. */
function guardFields(monthly: MonthlyGuard | undefined): WindowRequest {
  if (monthly === undefined) return { PCD_REGULER_FLAG: 'N' }
  return { PCD_REGULER_FLAG: 'Y', PCD_PAY_YEAR: monthly.year, PCD_PAY_MONTH: monthly.month }
}

/** Drops absent and empty values. */
export function compact<Fields extends Record<string, string | undefined>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>
  }
}

/** The request itself, when every limit of the field table holds. */
export function checked(request: WindowRequest): WindowRequest {
  assertWithinLimits(request)
  return request
}
