import type { CheckoutMethod } from '@payple-kit/core'
import { useLocation, useParams } from 'react-router'
import type { BuyerError } from '../../shared/cards-api.ts'
import { Failed } from '../checkout/failed.tsx'

/** What went wrong rides in the history entry, so that a reload still knows it. */
export function FailedPage() {
  const { id = '' } = useParams()
  const { error, method } = (useLocation().state ?? {}) as { error?: BuyerError; method?: CheckoutMethod }
  return <Failed key={id} orderId={id} error={error} method={method} />
}
