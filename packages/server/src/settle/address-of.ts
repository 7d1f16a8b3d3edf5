import { isOverseas } from '@payple-kit/core'

import type { PaymentAddress } from '../gateway/gateway.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Settings } from '../options/settings.ts'
import type { Charge } from './charge.ts'

/**
 * How the gateway finds a payment: by order number, kind and guard; the day is the caller's to know.
 *
 * `charge`: what a lookup found, when the row does not know it yet
 */
export function addressOf(
  { origin, basePath }: Pick<Settings, 'origin' | 'basePath'>,
  row: CheckoutRow,
  charge?: Charge,
): Omit<PaymentAddress, 'date'> {
  const { id, oid, payType, guardMonth, goods, tradeNumber } = row
  const address = { oid, type: payType, ...(guardMonth === null ? {} : { month: guardMonth }) }
  if (!isOverseas(row.method)) return address
  const payId = charge?.result.tradeNumber ?? tradeNumber ?? undefined
  const currency = charge?.currency ?? row.currency
  return { ...address, overseas: { payId, goods, currency, resultUrl: `${origin}${basePath}/return/${id}` } }
}
