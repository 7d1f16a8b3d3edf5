import { useContext, useMemo, useSyncExternalStore } from 'react'
import { createCheckoutReturn, type CheckoutReturn, type ReturnSnapshot } from '@payple-kit/browser'
import { PaypleContext } from './payple-context.ts'

/** Options of `usePaymentReturn`. */
export interface PaymentReturnOptions {
  /** Name of the query parameter the companion's return route added. Default `checkout`. */
  readonly param?: string | undefined
}

/** Where the payment stands, for the page the buyer comes back to. */
export type PaymentReturn = ReturnSnapshot & Pick<CheckoutReturn, 'refresh'>

const LOADING: ReturnSnapshot = { status: 'loading' }
const MISSING: ReturnSnapshot = { status: 'missing' }
const nothing = (): (() => void) => () => {}
const ready = async (): Promise<void> => {}

/**
 * Landing page of redirect mode: reads the checkout id from the address after mount and follows it until the outcome is final.
 * It only looks; reload and Back change nothing. Without a provider it asks the companion at `/payple`.
 */
export function usePaymentReturn({ param = 'checkout' }: PaymentReturnOptions = {}): PaymentReturn {
  const companion = useContext(PaypleContext)?.companion
  // A server does not know the address.
  const id = useSyncExternalStore(
    nothing,
    () => new URLSearchParams(location.search).get(param),
    () => undefined,
  )
  const follower = useMemo(
    () => (id ? createCheckoutReturn({ checkoutId: id, companion }) : undefined),
    [id, companion],
  )
  const blank = (): ReturnSnapshot => (id === undefined ? LOADING : MISSING)
  const snapshot = useSyncExternalStore(follower?.subscribe ?? nothing, follower?.getSnapshot ?? blank, () => LOADING)
  return { ...snapshot, refresh: follower?.refresh ?? ready }
}
