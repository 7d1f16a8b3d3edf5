import { PaypleCheckoutButton, PaypleProvider } from '@payple-kit/react'

/** One order id per member: the companion gives a card out again only to the id that registered it. Nothing is charged. */
export function SaveCard({ member }: { member: string }) {
  return (
    <PaypleProvider companion="/payple" locale="ko">
      <PaypleCheckoutButton
        orderId={`card-of-${member}`}
        method="register-card"
        onRegistered={() => location.reload()}
      />
    </PaypleProvider>
  )
}
