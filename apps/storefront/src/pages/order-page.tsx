import { Link, useParams } from 'react-router'
import { Icon } from '../art/icons.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useWords } from '../i18n/locale.tsx'
import { CashReceipt } from '../orders/cash-receipt.tsx'
import { OrderAction } from '../orders/order-action.tsx'
import { OrderBadge } from '../orders/order-badge.tsx'
import { OrderLoader } from '../orders/order-loader.tsx'
import { Receipt } from '../orders/receipt.tsx'

export function OrderPage() {
  const { id = '' } = useParams()
  const { orders } = useWords()
  return (
    <OrderLoader id={id}>
      {(order) => (
        <div className="narrow narrow--left">
          <Link className="back" to="/orders">
            <Icon name="back" />
            {orders.title}
          </Link>
          <div className="title-row">
            <PageTitle tab={orders.detailTitle}>{orders.detailTitle}</PageTitle>
            <OrderBadge state={order.state} />
          </div>
          <Receipt order={order} />
          {order.payment?.bank && order.state !== 'refunded' && <CashReceipt order={order} />}
          <div className="actions">
            <OrderAction order={order} />
          </div>
        </div>
      )}
    </OrderLoader>
  )
}
