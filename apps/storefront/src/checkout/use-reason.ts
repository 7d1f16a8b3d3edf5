import type { BuyerError } from '../../shared/cards-api.ts'
import { useText, useWords } from '../i18n/locale.tsx'

/** The reason of a refusal in one sentence: Payple's own, except where the shop says it better. */
export function useReason(): (error: BuyerError) => string {
  const { failed } = useWords()
  const text = useText()
  return (error) => (isCardLimit(error) ? failed.cardLimit : text(error.buyer))
}

/** The card companies' text for it is no sentence a shop would print. */
function isCardLimit({ gatewayCode }: BuyerError): boolean {
  return gatewayCode?.split('/').at(-1) === '3112'
}
