import { useState } from 'react'
import { Link } from 'react-router'
import type { SavedCard } from '../../shared/cards-api.ts'
import type { Order } from '../../shared/shop-api.ts'
import { Icon } from '../art/icons.tsx'
import { Notice } from '../components/notice.tsx'
import { Summary } from '../components/summary.tsx'
import { formatPhone } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'
import { CardPayButton } from './card-pay-button.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PayButton } from './pay-button.tsx'
import { OVERSEAS_METHODS, SHOP_METHODS, type PayChoice } from './pay-options.ts'

interface PayPanelProps {
  readonly order: Order
  readonly cards: readonly SavedCard[]
}

/** How to pay, who ordered, what it costs, and the button. */
export function PayPanel({ order, cards }: PayPanelProps) {
  const { pay, checkout } = useWords()
  const overseas = order.currency === 'USD'
  // Saved cards are domestic ones, and charge won.
  const wallet = overseas ? [] : cards
  const saved = wallet.find((card) => card.isDefault)
  const [choice, setChoice] = useState<PayChoice>(
    saved ? { card: saved.id } : { method: overseas ? 'overseas-card' : 'card' },
  )
  const [canceled, setCanceled] = useState(false)

  return (
    <div className="columns">
      <div className="stack">
        <section className="panel">
          <MethodChoice
            methods={overseas ? OVERSEAS_METHODS : SHOP_METHODS}
            cards={wallet}
            value={choice}
            onChange={setChoice}
          />
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
        {'card' in choice ? (
          <CardPayButton key={choice.card} orderId={order.id} total={order.total} card={choice.card} />
        ) : (
          <>
            <PayButton
              orderId={order.id}
              method={choice.method}
              onStart={() => setCanceled(false)}
              onCanceled={() => setCanceled(true)}
            />
            <output>{canceled && <Notice tone="warm">{pay.canceled}</Notice>}</output>
          </>
        )}
        <p className="summary__note">{pay.practice}</p>
        <p className="summary__note">
          {pay.orderNumber} <span className="mono">{order.id}</span>
        </p>
      </Summary>
    </div>
  )
}
