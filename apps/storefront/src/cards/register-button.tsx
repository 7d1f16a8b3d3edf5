import type { BillingKeyRef } from '@payple-kit/core'
import { PaypleCheckoutButton, usePaypleCheckout } from '@payple-kit/react'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/locale.tsx'

interface RegisterButtonProps {
  readonly registrationId: string
  readonly method: 'register-card' | 'register-account'
  readonly onRegistered: (key: BillingKeyRef) => void
  readonly onCanceled?: (() => void) | undefined
  /** Something else on the page matters more. */
  readonly quiet?: boolean
}

/** Registers a card or account in Payple's window. No money moves, and the order id is the member's own. */
export function RegisterButton({
  registrationId,
  method,
  onRegistered,
  onCanceled,
  quiet = false,
}: RegisterButtonProps) {
  const { cards } = useWords()
  const { status, cancel, reset, prepare } = usePaypleCheckout({ orderId: registrationId, method })
  const started = useRef(false)
  const ifStarted = (act: () => void) => {
    if (started.current) act()
    started.current = false
  }

  // The page has one checkout of this order id, and a registration ends it. Here another card may follow at once.
  useEffect(() => {
    if (status !== 'registered') return
    // `cancel` waits for the attempt to be over; there is no window left to close.
    void cancel()
      .then(reset)
      .then(() => prepare())
  }, [status, cancel, reset, prepare])

  return (
    <div className={quiet ? 'pay pay--quiet' : 'pay'}>
      <PaypleCheckoutButton
        orderId={registrationId}
        method={method}
        size={quiet ? 'medium' : 'large'}
        className="pay__button"
        onClick={() => {
          started.current = true
        }}
        onRegistered={(key) => ifStarted(() => onRegistered(key))}
        onCanceled={() => ifStarted(() => onCanceled?.())}
      >
        {method === 'register-card' ? cards.addCard : cards.addAccount}
      </PaypleCheckoutButton>
    </div>
  )
}
