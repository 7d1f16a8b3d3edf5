/** Domain rules (docs/protocol/domestic.md section 1.5). */
import type { Merchant } from '../settings.ts'

/** Origin of a URL, or `undefined` when there is none in it. */
export function originIn(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined
  const { origin } = new URL(url)
  return origin === 'null' ? undefined : origin
}

/** Whether an origin belongs to a merchant: a registered domain or one of its sub-domains. */
export function isRegistered(merchant: Merchant, origin: string | undefined): boolean {
  if (merchant.domains === undefined) return true
  if (origin === undefined) return false
  const { hostname } = new URL(origin)
  return merchant.domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`))
}
