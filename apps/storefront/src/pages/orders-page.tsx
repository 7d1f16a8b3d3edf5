import { Link } from 'react-router'
import type { Order } from '../../shared/shop-api.ts'
import { fetchOrders } from '../api/shop-client.ts'
import { usePages } from '../api/use-pages.ts'
import { Art } from '../art/art.tsx'
import { AccountTabs } from '../components/account-tabs.tsx'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { PagedList } from '../components/paged-list.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { StatePage } from '../components/state-page.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText, useWords } from '../i18n/locale.tsx'
import { OrderAction } from '../orders/order-action.tsx'
import { OrderBadge } from '../orders/order-badge.tsx'

export function OrdersPage() {
  const { orders: words, cart } = useWords()
  const orders = usePages('orders', fetchOrders)
  if (orders.status === 'failed') return <LoadFailed onRetry={orders.reload} />
  return (
    <>
      <AccountTabs />
      {orders.status === 'loading' && (
        <>
          <PageTitle tab={words.title}>{words.title}</PageTitle>
          <LoadingNote />
          <Skeleton lines={['100%', '100%', '100%']} />
        </>
      )}
      {orders.status === 'ready' && orders.items.length === 0 && (
        <StatePage art="paper" title={words.empty} text={words.emptyText}>
          <Link className="button" to="/">
            {cart.browse}
          </Link>
        </StatePage>
      )}
      {orders.items.length > 0 && (
        <>
          <PageTitle tab={words.title}>{words.title}</PageTitle>
          <PagedList
            className="orders"
            items={orders.items}
            hasMore={orders.next !== undefined}
            more={orders.more}
            onMore={() => void orders.loadMore()}
          >
            {(order) => <OrderRow key={order.id} order={order} />}
          </PagedList>
        </>
      )}
    </>
  )
}

function OrderRow({ order }: { readonly order: Order }) {
  const { orders } = useWords()
  const { money, time } = useFormat()
  const text = useText()
  const [first] = order.lines
  const name = first ? text(first.name) : order.id
  return (
    <li className="orders__row">
      {first && <Art name={first.art} />}
      <div className="orders__what">
        <OrderBadge state={order.state} />
        <h2>{order.lines.length > 1 ? orders.andMore(name, order.lines.length - 1) : name}</h2>
        <p>
          <time dateTime={order.createdAt}>{time(order.createdAt)}</time>
          <span className="mono">{order.id}</span>
        </p>
      </div>
      <p className="orders__sum">
        <strong>{money(order.total, order.currency)}</strong>
        {order.payment?.refunded ? (
          <small>{orders.refundedSum(money(order.payment.refunded, order.currency))}</small>
        ) : null}
      </p>
      <div className="orders__actions">
        <OrderAction order={order} small />
        <Link
          className="button button--quiet button--small"
          to={`/orders/${order.id}`}
          aria-label={orders.detailsOf(order.id)}
        >
          {orders.details}
        </Link>
      </div>
    </li>
  )
}
