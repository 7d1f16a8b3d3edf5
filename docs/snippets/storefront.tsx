import { PaypleCheckoutButton, PaypleProvider } from '@payple-kit/react'
import '@payple-kit/react/styles.css'

export function Pay({ orderId }: { orderId: string }) {
  return (
    <PaypleProvider companion="/payple" locale="ko">
      <PaypleCheckoutButton orderId={orderId} method="app-card" onPaid={() => location.assign(`/orders/${orderId}`)} />
    </PaypleProvider>
  )
}
