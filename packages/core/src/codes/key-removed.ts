import { stripTestPrefix } from './normalize.ts'

const REMOVED: readonly string[] = ['CPCAD002', 'SPCD1002', 'SPCD1004', 'RPCD1002']

/**
 * Whether a refusal says that the billing key is gone: the card was reported lost, stolen, forged or expired, and Payple unregisters
 * it by itself, without a webhook (docs/protocol/domestic.md 6.1). The two `…1002` say that the unregistering failed; the
 * card is as unusable, so they count. Ask the buyer for another card instead of charging again.
 *
 * @param code as `readPaymentResult` prints it; an institution's part and the `[test]` prefix do no harm
 */
export function isKeyRemoved(code: string | undefined): boolean {
  return (stripTestPrefix(code) ?? '').split('/').some((part) => REMOVED.includes(part))
}
