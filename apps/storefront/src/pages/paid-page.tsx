import { useEffect, useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Order } from '../../shared/shop-api.ts'
import { Icon } from '../art/icons.tsx'
import { clearAfter } from '../cart/cart-store.ts'
import { PageTitle } from '../components/page-title.tsx'
import { StatePage } from '../components/state-page.tsx'
import { useWords } from '../i18n/locale.tsx'
import { OrderLoader } from '../orders/order-loader.tsx'
import { Receipt } from '../orders/receipt.tsx'

/** The companion tells the shop right after it tells the browser: ask a few times before saying "not paid". */
const TRIES = 8
const PAUSE_MS = 700

export function PaidPage() {
  const { id = '' } = useParams()
  return (
    <OrderLoader id={id} key={id}>
      {(order, reload) => (order.payment ? <Paid order={order} /> : <NotYet order={order} reload={reload} />)}
    </OrderLoader>
  )
}

function Paid({ order }: { readonly order: Order }) {
  const { paid, common } = useWords()
  useEffect(() => clearAfter(order.id), [order.id])
  return (
    <div className="narrow">
      <span className="seal" aria-hidden="true">
        <Icon name="check" />
      </span>
      <PageTitle tab={paid.title}>{paid.title}</PageTitle>
      <p className="lead">{paid.text}</p>
      <Receipt order={order} />
      <div className="actions">
        <Link className="button button--quiet" to="/orders">
          {paid.toOrders}
        </Link>
        <Link className="button" to="/">
          {common.keepShopping}
        </Link>
      </div>
    </div>
  )
}

function NotYet({ order, reload }: { readonly order: Order; readonly reload: () => void }) {
  const { paid, orders } = useWords()
  const [tries, setTries] = useState(0)
  const waiting = tries < TRIES

  useEffect(() => {
    if (!waiting) return undefined
    const timer = setTimeout(() => {
      reload()
      setTries(tries + 1)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [tries, waiting, reload])

  if (waiting) return <StatePage art="paper" title={paid.checking} text={paid.checkingText} />
  return (
    <StatePage art="paper" title={paid.notPaid} text={paid.notPaidText}>
      <Link className="button button--quiet" to={`/orders/${order.id}`}>
        {orders.details}
      </Link>
      <Link className="button" to={`/checkout/${order.id}`}>
        {orders.resume}
      </Link>
    </StatePage>
  )
}
