import type { CheckoutMethod } from '@payple-kit/core'
import { PaypleCheckoutButton } from '@payple-kit/react'
import { useRef } from 'react'
import { useNavigate } from 'react-router'

interface PayButtonProps {
  readonly orderId: string
  readonly method: CheckoutMethod
  readonly onStart?: () => void
  readonly onCanceled?: () => void
  /** What was started here failed: refused by Payple or the card company, or told by the button alone. */
  readonly onFailed?: (refused: boolean) => void
}

/** The kit's button, and which page each ending leads to. */
export function PayButton({ orderId, method, onStart, onCanceled, onFailed }: PayButtonProps) {
  const navigate = useNavigate()
  // An attempt that failed before this page was opened is told again when the button appears.
  // Only what the buyer started here may lead away from here.
  const started = useRef(false)
  const ifStarted = (go: () => unknown) => {
    if (started.current) void go()
  }

  return (
    <div className="pay">
      <PaypleCheckoutButton
        key={method}
        orderId={orderId}
        method={method}
        size="large"
        className="pay__button"
        onClick={() => {
          started.current = true
          onStart?.()
        }}
        onPaid={() => void navigate(`/orders/${orderId}/paid`, { replace: true })}
        onUnknown={(checkoutId) => void navigate(`/checkout/return?checkout=${checkoutId}`)}
        onFailed={(error) => {
          // Payple or the card company said no: that has a page. A blocked pop-up is told by the button, here.
          if (error.gatewayCode === undefined) return ifStarted(() => onFailed?.(false))
          ifStarted(() => {
            onFailed?.(true)
            void navigate(`/orders/${orderId}/failed`, { replace: true, state: { error, method } })
          })
        }}
        onCanceled={() => ifStarted(() => onCanceled?.())}
      />
    </div>
  )
}
