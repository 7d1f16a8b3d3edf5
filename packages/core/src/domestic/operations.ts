/** Bodies of the calls that follow `auth.php`. Fixed lists of fields; the server adds nothing and callers cannot. */
import type { GatewayCredentials, GatewayTokens } from './auth.ts'

/**
 * Confirm of a CERT result (docs/protocol/domestic.md 5.1). `authKey` and `reqKey` are the **result's**, not those of a new
 * authentication; the ids may be raw or tokens, documents show them raw.
 */
export function confirmBody(
  options: GatewayCredentials & {
    readonly authKey: string
    readonly reqKey: string
    readonly payerId?: string | undefined
  },
): Record<string, string> {
  return {
    PCD_CST_ID: options.cstId,
    PCD_CUST_KEY: options.custKey,
    PCD_AUTH_KEY: options.authKey,
    PCD_PAY_REQKEY: options.reqKey,
    PCD_PAYER_ID: options.payerId ?? '',
  }
}

/** Payment lookup, PAYCHK (6.5). `date` is the Korean day of the payment request, `yyyyMMdd`. */
export function lookupBody(options: {
  readonly tokens: GatewayTokens
  readonly oid: string
  readonly date: string
  readonly type?: 'card' | 'transfer' | undefined
}): Record<string, string> {
  return {
    ...tokenFields(options.tokens),
    PCD_PAYCHK_FLAG: 'Y',
    PCD_PAY_TYPE: options.type ?? 'card',
    PCD_PAY_OID: options.oid,
    PCD_PAY_DATE: options.date,
  }
}

/**
 * Refund, full or partial (6.2). The payment is found by order number, **original** Korean date and amount; a trade number is
 * not used. The VAT part goes out under both documented names (11.1 row 9).
 */
export function cancelBody(options: {
  readonly tokens: GatewayTokens
  readonly refundKey: string
  readonly oid: string
  readonly date: string
  readonly total: number
  readonly vat?: number | undefined
}): Record<string, string> {
  return {
    ...tokenFields(options.tokens),
    PCD_REFUND_KEY: options.refundKey,
    PCD_PAYCANCEL_FLAG: 'Y',
    PCD_PAY_OID: options.oid,
    PCD_PAY_DATE: options.date,
    PCD_REFUND_TOTAL: String(options.total),
    ...(options.vat === undefined
      ? {}
      : { PCD_REFUND_TAXTOTAL: String(options.vat), PCD_PAY_TAXTOTAL: String(options.vat) }),
  }
}

/** Billing-key lookup, PUSERINFO (6.4). */
export function billingKeyLookupBody(options: {
  readonly tokens: GatewayTokens
  readonly payerId: string
}): Record<string, string> {
  return { ...tokenFields(options.tokens), PCD_PAYER_ID: options.payerId }
}

function tokenFields(tokens: GatewayTokens): Record<string, string> {
  return { PCD_CST_ID: tokens.cstId, PCD_CUST_KEY: tokens.custKey, PCD_AUTH_KEY: tokens.authKey }
}
