import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Order } from '../../shared/shop-api.ts'
import { ShopRequestError } from '../api/request.ts'
import { fetchOrder } from '../api/shop-client.ts'
import { useResource } from '../api/use-resource.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { StatePage } from '../components/state-page.tsx'
import { useWords } from '../i18n/locale.tsx'

interface OrderLoaderProps {
  readonly id: string
  readonly children: (order: Order, reload: () => void) => ReactNode
}

/** Loads one order, and says so when it is not there. */
export function OrderLoader({ id, children }: OrderLoaderProps) {
  const { pay, paid } = useWords()
  const order = useResource(id, fetchOrder)

  if (order.status === 'ready') return children(order.data, order.reload)
  if (order.status === 'loading') {
    return (
      <div className="order-skeleton">
        <LoadingNote />
        <Skeleton lines={['45%', '100%', '100%', '70%']} />
      </div>
    )
  }
  if (!(order.error instanceof ShopRequestError) || order.error.status !== 404)
    return <LoadFailed onRetry={order.reload} />
  return (
    <StatePage art="lost" title={pay.noOrder} text={pay.noOrderText}>
      <Link className="button" to="/orders">
        {paid.toOrders}
      </Link>
    </StatePage>
  )
}
