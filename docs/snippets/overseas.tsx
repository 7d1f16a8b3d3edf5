import { PaypleCheckoutButton, PaypleProvider } from '@payple-kit/react'

export function PayWithForeignCard({ orderId }: { orderId: string }) {
  return (
    <PaypleProvider companion="/payple" locale="en">
      <PaypleCheckoutButton orderId={orderId} method="overseas-card" onPaid={() => location.assign('/thanks')} />
    </PaypleProvider>
  )
}
