import { Navigate, useParams } from 'react-router'
import type { Order } from '../../shared/shop-api.ts'
import { useWallet } from '../cards/use-wallet.ts'
import { CheckoutSteps } from '../checkout/checkout-steps.tsx'
import { PayPanel } from '../checkout/pay-panel.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { useWords } from '../i18n/locale.tsx'
import { OrderLoader } from '../orders/order-loader.tsx'

export function PayPage() {
  const { id = '' } = useParams()
  return <OrderLoader id={id}>{(order) => <Pay key={order.id} order={order} />}</OrderLoader>
}

function Pay({ order }: { readonly order: Order }) {
  const { pay } = useWords()
  const wallet = useWallet()
  if (order.state === 'paid') return <Navigate to={`/orders/${order.id}/paid`} replace />
  if (order.payment) return <Navigate to={`/orders/${order.id}`} replace />

  return (
    <>
      <CheckoutSteps current="pay" />
      <PageTitle tab={pay.title}>{pay.title}</PageTitle>
      {wallet.status === 'loading' ? (
        <div className="page-skeleton">
          <LoadingNote />
          <Skeleton lines={['45%', '100%', '100%', '70%']} />
        </div>
      ) : (
        // Saved cards are a convenience: when they cannot be loaded, the window still takes every card.
        <PayPanel order={order} cards={wallet.status === 'ready' ? wallet.data.cards : []} />
      )}
    </>
  )
}
