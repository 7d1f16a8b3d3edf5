import type { GatewayTokens } from '../auth.ts'

/** The three keys every call carries after `auth.php` (docs/protocol/domestic.md 6): tokens of the answer, not the raw ids. */
export function tokenFields(tokens: GatewayTokens): Record<string, string> {
  return { PCD_CST_ID: tokens.cstId, PCD_CUST_KEY: tokens.custKey, PCD_AUTH_KEY: tokens.authKey }
}
