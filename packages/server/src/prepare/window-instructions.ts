import { buildWindowRequest, isOverseas, isPaypleIntegrationError } from '@payple-kit/core'
import type { DomesticMethod, PrepareBody, WindowAuth, WindowInstructions, WindowRequest } from '@payple-kit/core'

import type { Context } from '../context.ts'
import { refused } from '../http/refused.ts'
import type { CheckoutRow } from '../ledger/checkout-row.ts'
import type { ReadOrder } from '../order.ts'
import { overseasInstructions } from './overseas-instructions.ts'

/**
 * How the page must open the window of an attempt.
 *
 * @throws Refused `AUTH_REFUSED` or `GATEWAY_UNREACHABLE`, in server mode only
 */
export async function windowInstructions(
  context: Context,
  row: CheckoutRow,
  order: ReadOrder,
  display: PrepareBody['display'],
): Promise<WindowInstructions> {
  if (isOverseas(row.method)) return overseasInstructions(context, row, order, display)
  const { scriptUrl, jqueryUrl } = context.settings.domestic
  const request = await windowRequest(context, row, order, display)
  return {
    scriptUrl,
    ...(jqueryUrl === undefined ? {} : { jqueryUrl }),
    request,
  }
}

async function windowRequest(
  context: Context,
  row: CheckoutRow,
  order: ReadOrder,
  display: PrepareBody['display'],
): Promise<WindowRequest> {
  const { settings } = context
  const path = `${settings.basePath}/return/${row.id}`
  const month = row.guardMonth
  const isTransfer = row.payType === 'transfer'
  try {
    return buildWindowRequest(row.method as DomesticMethod, {
      auth: await windowAuth(context, row),
      // "http" anywhere in it means direct mode to Payple's script (docs/protocol/domestic.md 3.5), so callback mode is a path.
      resultUrl: display === 'redirect' ? settings.origin + path : path,
      orderId: row.oid,
      payer: order.payer,
      userDefined: order.userDefined,
      ...(row.work === 'AUTH'
        ? {}
        : {
            work: row.work as 'CERT' | 'PAY',
            goods: row.goods,
            total: row.amount,
            tax: order.tax,
            payerId: await returningPayer(context, row, order),
            cashReceipt: isTransfer && order.cashReceipt !== undefined ? Boolean(order.cashReceipt) : undefined,
            monthlyGuard: month === null ? undefined : { year: month.slice(0, 4), month: month.slice(4) },
          }),
    })
  } catch (error) {
    // The order is of the right shape, but this window does not take one of its options.
    if (!isPaypleIntegrationError(error)) throw error
    throw refused(422, 'ORDER_INVALID', {
      field: 'method',
      rule: `an order that "${row.method}" can take: ${error.message}`,
    })
  }
}

/** The key of a buyer who comes back to a PIN window. */
async function returningPayer(
  { settings, vault }: Context,
  row: CheckoutRow,
  { billingKey }: ReadOrder,
): Promise<string | undefined> {
  if (billingKey === undefined || !row.method.endsWith('-pin')) return undefined
  const key = await settings.ledger.billingKey(billingKey)
  if (
    key === undefined ||
    key.scope !== row.scope ||
    key.removedAt !== null ||
    key.payType !== row.payType ||
    key.product !== 'domestic'
  )
    throw refused(422, 'ORDER_INVALID', {
      field: 'billingKey',
      rule: 'a reference of a key that works and fits the method',
    })
  return vault?.open(key)
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
