import type { GatewayTokens } from '../auth.ts'
import { checkedBody } from './check.ts'
import { tokenFields } from './tokens.ts'

/** Which billing key a call is about. */
export interface BillingKeyOptions {
  readonly tokens: GatewayTokens
  /** `PCD_PAYER_ID`: the billing key, at most 255 characters. A secret. */
  readonly payerId: string
  /** The shop's member number, at most 18 digits; required in 2020, optional since (docs/protocol/domestic.md 6.3, 6.4). */
  readonly payerNo?: string | number | undefined
}

/** Billing-key lookup, PUSERINFO (docs/protocol/domestic.md 6.4). Purpose: `billing-key-lookup`. */
export function billingKeyLookupBody(options: BillingKeyOptions): Record<string, string> {
  return keyBody('6.4', options)
}

/** Billing-key deletion, PUSERDEL (docs/protocol/domestic.md 6.3). No webhook follows. Purpose: `billing-key-delete`. */
export function keyDeleteBody(options: BillingKeyOptions): Record<string, string> {
  return keyBody('6.3', options)
}

function keyBody(section: string, options: BillingKeyOptions): Record<string, string> {
  return checkedBody(section, {
    ...tokenFields(options.tokens),
    PCD_PAYER_ID: options.payerId,
    PCD_PAYER_NO: options.payerNo === undefined ? undefined : String(options.payerNo),
  })
}
