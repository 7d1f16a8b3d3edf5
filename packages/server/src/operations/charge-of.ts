import { chargeBody, isPaypleIntegrationError } from '@payple-kit/core'
import type { ChargeOptions } from '@payple-kit/core'

import type { ReadOrder } from '../order.ts'

/** What of an order goes out with a charge. A cash receipt is a transfer's; for a card the flag is ignored. */
export function chargeOf(
  type: 'card' | 'transfer',
  { goods, total, payer, tax, userDefined, cashReceipt }: ReadOrder,
  month: string | undefined,
): Omit<ChargeOptions, 'tokens' | 'payerId' | 'oid'> {
  return {
    type,
    goods,
    total,
    payer,
    tax,
    userDefined,
    cashReceipt: type === 'transfer' ? cashReceipt : undefined,
    monthlyGuard: month === undefined ? undefined : { year: month.slice(0, 4), month: month.slice(4) },
  }
}

/** Whether core could not print this order, asked before anything is written down. */
export function orderRefusal(
  type: 'card' | 'transfer',
  order: ReadOrder,
  month: string | undefined,
): { readonly field: string; readonly rule: string } | undefined {
  try {
    const tokens = { cstId: 'x', custKey: 'x', authKey: 'x' }
    chargeBody({ ...chargeOf(type, order, month), tokens, payerId: 'x', oid: 'x' })
    return undefined
  } catch (error) {
    if (!isPaypleIntegrationError(error)) throw error
    return { field: 'order', rule: error.message }
  }
}

/** What an overseas card cannot keep, by name. */
export function overseasRefusal({
  month,
}: {
  readonly month?: string | undefined
}): { readonly field: string; readonly rule: string } | undefined {
  return month === undefined ? undefined : { field: 'month', rule: 'absent: overseas cards have no monthly guard' }
}
