import { buildOverseasRequest, isPaypleIntegrationError } from '@payple-kit/core'
import type { PrepareBody, WindowInstructions } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { refused } from '../http/refused.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { OverseasSettings } from '../options/settings.ts'
import type { ReadOrder } from '../order.ts'

/**
 * How the page must open the window of an overseas card. Without the token: that one is fetched on the click, by `POST checkouts/:id/open`, because
 * whoever has it can see the partner's service key (docs/protocol/overseas.md 2.4).
 */
export function overseasInstructions(
  { settings }: Context,
  row: CheckoutRow,
  order: ReadOrder,
  display: PrepareBody['display'],
): WindowInstructions {
  const { serviceId, scriptUrl, jqueryUrl } = settings.overseas as OverseasSettings
  const { firstName, lastName, email } = order.payer ?? {}
  try {
    const request = buildOverseasRequest({
      serviceId,
      oid: row.oid,
      goods: row.goods,
      amount: row.amount,
      currency: row.currency,
      payer: { firstName, lastName, email },
      resultUrl: `${settings.origin}${settings.basePath}/return/${row.id}`,
      direct: display === 'redirect',
    })
    return { call: 'paypleGpayPaymentRequest', scriptUrl, ...(jqueryUrl === undefined ? {} : { jqueryUrl }), request }
  } catch (error) {
    // Of the right shape, but not what this window takes.
    if (!isPaypleIntegrationError(error)) throw error
    throw refused(422, 'ORDER_INVALID', {
      field: 'method',
      rule: `an order that "${row.method}" can take: ${error.message}`,
    })
  }
}
