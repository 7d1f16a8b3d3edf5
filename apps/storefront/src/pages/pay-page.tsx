import type { CheckoutMethod } from '@payple-kit/core'
import { useState } from 'react'
import { Link, Navigate, useParams } from 'react-router'
import type { Order } from '../../shared/shop-api.ts'
import { Icon } from '../art/icons.tsx'
import { CheckoutSteps } from '../checkout/checkout-steps.tsx'
import { MethodChoice } from '../checkout/method-choice.tsx'
import { PayButton } from '../checkout/pay-button.tsx'
import { Notice } from '../components/notice.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { Summary } from '../components/summary.tsx'
import { formatPhone } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'
import { OrderLoader } from '../orders/order-loader.tsx'

export function PayPage() {
  const { id = '' } = useParams()
  return <OrderLoader id={id}>{(order) => <Pay key={order.id} order={order} />}</OrderLoader>
}

function Pay({ order }: { readonly order: Order }) {
  const { pay, checkout } = useWords()
  const [method, setMethod] = useState<CheckoutMethod>('card')
  const [canceled, setCanceled] = useState(false)
  if (order.state === 'paid') return <Navigate to={`/orders/${order.id}/paid`} replace />

  return (
    <>
      <CheckoutSteps current="pay" />
      <PageTitle tab={pay.title}>{pay.title}</PageTitle>
      <div className="columns">
        <div className="stack">
          <section className="panel">
            <MethodChoice value={method} onChange={setMethod} />
            {method === 'register-card' && <Notice>{pay.registerNote}</Notice>}
          </section>
          <section className="panel" aria-labelledby="buyer-title">
            <h2 id="buyer-title">{checkout.buyer}</h2>
            <p className="buyer-line">
              <strong>{order.buyer.name}</strong>
              <span>{formatPhone(order.buyer.phone)}</span>
              <span>{order.buyer.email}</span>
            </p>
            <Link className="back back--inline" to="/checkout">
              <Icon name="back" />
              {pay.edit}
            </Link>
          </section>
        </div>
        <Summary lines={order.lines} total={order.total}>
          <PayButton
            orderId={order.id}
            method={method}
            onStart={() => setCanceled(false)}
            onCanceled={() => setCanceled(true)}
          />
          <output>{canceled && <Notice tone="warm">{pay.canceled}</Notice>}</output>
          <p className="summary__note">{pay.practice}</p>
          <p className="summary__note">
            {pay.orderNumber} <span className="mono">{order.id}</span>
          </p>
        </Summary>
      </div>
    </>
  )
}
