import type { LedgerScope } from '../ledger/checkout-row.ts'
import type { PaypleOptions } from '../options/options.ts'

/** Which rows of a ledger belong to the configured environment. */
export function gatewayScope({ environment }: Pick<PaypleOptions, 'environment'>): LedgerScope {
  return typeof environment === 'string' ? environment : 'sandbox'
}
