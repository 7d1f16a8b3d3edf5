import type { BuyerError } from '../../shared/cards-api.ts'

/** Why a payment was refused, as far as it changes what a buyer can do about it. */
export type RefusalKind = 'limit' | 'balance' | 'password' | 'expiry' | 'number' | 'blocked' | 'network' | 'other'

/** Codes of the card companies, and Payple's own where it answers for them. */
const KINDS: readonly (readonly [RefusalKind, RegExp])[] = [
  ['limit', /^(113[2-5]|1146|3112|3225|324[0-3])$/],
  ['balance', /^3133$/],
  ['password', /^(1151|3115|3117|3137|3223|3258|3273)$/],
  ['expiry', /^(1152|3100|3119)$/],
  ['number', /^(1148|1149|1150|2114|2117|3110|3192|CDAU0002|CDAU9999|ARSA0021|ARSA0019)$/],
  ['blocked', /^(3122|3128|3146)$/],
  ['network', /^(1113|2106|2107|2110|211[56]|3006|3106|3161|3168|326[78]|3275|(CPAY|SPAY|RPAY|ARSA)9998)$/],
]

/** What went wrong before Payple was reached. */
const UNREACHED: ReadonlySet<string> = new Set(['OFFLINE', 'SCRIPT_BLOCKED', 'SCRIPT_TIMEOUT'])

/** `CPCA0010/3112` is Payple's code and the card company's: the second one knows why. */
export function refusalKind({ code, gatewayCode }: Pick<BuyerError, 'code' | 'gatewayCode'>): RefusalKind {
  if (gatewayCode === undefined) return UNREACHED.has(code) ? 'network' : 'other'
  const parts = gatewayCode.split('/').toReversed()
  return KINDS.find(([, codes]) => parts.some((part) => codes.test(part)))?.[0] ?? 'other'
}
