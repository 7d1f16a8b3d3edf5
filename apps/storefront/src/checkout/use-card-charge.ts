import { useRef, useState } from 'react'
import type { BuyerError, ChargeResult } from '../../shared/cards-api.ts'
import { chargeOrder } from '../api/cards-client.ts'
import { newAttempt } from '../api/new-attempt.ts'

type CardCharge =
  | { readonly status: 'idle' | 'charging' }
  | { readonly status: 'failed'; readonly error: BuyerError }
  /** The answer did not reach the page. Asking again is safe: it is the same try. */
  | { readonly status: 'lost' }

/** Pays an order with a saved card. One try at a time, however often the button is pressed. */
export function useCardCharge(orderId: string, onDone: (result: Exclude<ChargeResult, { status: 'failed' }>) => void) {
  const [charge, setCharge] = useState<CardCharge>({ status: 'idle' })
  const attempt = useRef<{ readonly card: string; readonly id: string }>(undefined)

  const start = async (card: string): Promise<void> => {
    if (charge.status === 'charging') return
    setCharge({ status: 'charging' })
    if (attempt.current?.card !== card) attempt.current = { card, id: newAttempt() }
    try {
      const result = await chargeOrder(orderId, card, attempt.current.id)
      // Refused for good: the next press is another try.
      attempt.current = undefined
      if (result.status === 'failed') return setCharge(result)
      onDone(result)
    } catch {
      setCharge({ status: 'lost' })
    }
  }
  return { charge, start, reset: () => setCharge({ status: 'idle' }) }
}
