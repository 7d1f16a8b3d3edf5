import { Link } from 'react-router'
import type { Order } from '../../shared/shop-api.ts'
import { useWords } from '../i18n/locale.tsx'

interface OrderActionProps {
  readonly order: Order
  readonly small?: boolean
}

/** What is left to do for an order: pay it, or look how the payment went. Nothing once money has moved. */
export function OrderAction({ order, small = false }: OrderActionProps) {
  const { orders } = useWords()
  if (order.payment) return null
  const checking = order.state === 'checking' && order.checkoutId !== undefined
  return (
    <Link
      className={small ? 'button button--small' : 'button'}
      to={checking ? `/checkout/return?checkout=${order.checkoutId}` : `/checkout/${order.id}`}
      aria-label={checking ? orders.checkOf(order.id) : orders.resumeOf(order.id)}
    >
      {checking ? orders.check : orders.resume}
    </Link>
  )
}
