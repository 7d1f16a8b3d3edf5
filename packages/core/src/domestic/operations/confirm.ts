import type { GatewayCredentials } from '../auth.ts'

/**
 * Confirm of a CERT result (docs/protocol/domestic.md 5.1). `authKey` and `reqKey` are the **result's**, not those of a new
 * authentication; the ids may be raw or tokens, documents show them raw.
 */
export function confirmBody(
  options: GatewayCredentials & {
    readonly authKey: string
    readonly reqKey: string
    /** Needed for number-entry cards and transfers; an app card has none, and the empty string is then what samples send. */
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
