import { Link } from 'react-router'
import { PageTitle } from '../components/page-title.tsx'
import { useWords } from '../i18n/locale.tsx'

export interface RegisteredCard {
  readonly id: string
  readonly card?: { readonly name: string; readonly number: string } | undefined
}

interface RegisteredProps {
  readonly billingKey: RegisteredCard
  readonly orderId: string | undefined
}

export function Registered({ billingKey, orderId }: RegisteredProps) {
  const { registered, common } = useWords()
  return (
    <section className="narrow registered">
      <div className="plastic">
        <span className="plastic__chip" aria-hidden="true" />
        <p className="plastic__name">
          <span className="visually-hidden">{registered.card}: </span>
          {billingKey.card?.name ?? registered.unknownCard}
        </p>
        <p className="plastic__number">{billingKey.card?.number ?? '•••• •••• •••• ••••'}</p>
      </div>
      <PageTitle tab={registered.title}>{registered.title}</PageTitle>
      <p className="lead">{registered.text}</p>
      <p className="registered__reference">
        {registered.reference} <span className="mono">{billingKey.id}</span>
      </p>
      <div className="actions">
        <Link className="button button--quiet" to="/">
          {common.keepShopping}
        </Link>
        {orderId && (
          <Link className="button" to={`/checkout/${orderId}`}>
            {registered.backToOrder}
          </Link>
        )}
      </div>
    </section>
  )
}
