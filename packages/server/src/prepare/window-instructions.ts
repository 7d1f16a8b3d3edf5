import { appCardPayment, cardPayment, cardRegistration } from '@payple-kit/core'
import type { PrepareBody, WindowAuth, WindowInstructions, WindowRequest } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { refused } from '../http/refused.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { Order } from '../order.ts'

/**
 * How the page must open the window of an attempt.
 *
 * @throws Refused `AUTH_REFUSED` or `GATEWAY_UNREACHABLE`, in server mode only
 */
export async function windowInstructions(
  context: Context,
  row: CheckoutRow,
  order: Order,
  display: PrepareBody['display'],
): Promise<WindowInstructions> {
  const { scriptUrl, jqueryUrl } = context.settings.domestic
  const request = windowRequest(context, row, order, display, await windowAuth(context, row))
  return {
    scriptUrl,
    ...(jqueryUrl === undefined ? {} : { jqueryUrl }),
    request,
  }
}

function windowRequest(
  { settings }: Context,
  row: CheckoutRow,
  order: Order,
  display: PrepareBody['display'],
  auth: WindowAuth,
): WindowRequest {
  const path = `${settings.basePath}/return/${row.id}`
  // "http" anywhere in it means direct mode to Payple's script (docs/protocol/domestic.md 3.5), so callback mode is a path.
  const resultUrl = display === 'redirect' ? settings.origin + path : path
  const common = { auth, resultUrl, orderId: row.oid, payer: order.payer }
  if (row.work === 'AUTH') return cardRegistration(common)
  const payment = { ...common, work: row.work, goods: row.goods, total: row.amount, tax: order.tax }
  return row.method === 'app-card' ? appCardPayment(payment) : cardPayment(payment)
}

async function windowAuth({ settings, gateway }: Context, row: CheckoutRow): Promise<WindowAuth> {
  const { authentication, clientKey } = settings.domestic
  switch (authentication) {
    case 'client-key':
      return { clientKey: clientKey as string }
    case 'auth-file':
      return { file: `${settings.basePath}/auth/${row.id}` }
    case 'server': {
      const auth = await gateway.authenticate('window')
      if (auth.kind === 'refused') throw refused(502, 'AUTH_REFUSED', { gatewayCode: auth.gatewayCode })
      if (auth.kind !== 'answer') throw refused(503, 'GATEWAY_UNREACHABLE')
      return { authKey: auth.answer.tokens.authKey, payUrl: gateway.origin + auth.answer.path }
    }
    default:
      return authentication satisfies never
  }
}
