import type { ChargeOutcome } from '@payple-kit/server'
import type { ChargeResult } from '../../shared/cards-api.ts'

/** How a charge ended, for the page: the words for the buyer, not the hints for developers. */
export function chargeResult(outcome: ChargeOutcome): ChargeResult {
  switch (outcome.status) {
    case 'paid':
      return { status: 'paid' }
    case 'failed': {
      const { code, gatewayCode, buyer } = outcome.error
      return { status: 'failed', error: { code, gatewayCode, buyer } }
    }
    case 'unknown':
      return { status: 'unknown', checkoutId: outcome.checkoutId }
    default:
      return outcome satisfies never
  }
}
