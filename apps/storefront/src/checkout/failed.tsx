import type { CheckoutMethod } from '@payple-kit/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BuyerError } from '../../shared/cards-api.ts'
import { EmptyArt } from '../art/empty-art.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useWords } from '../i18n/locale.tsx'
import { PayButton } from './pay-button.tsx'
import { refusalKind } from './refusal-kind.ts'
import { useReason } from './use-reason.ts'

interface FailedProps {
  readonly orderId: string
  readonly error: BuyerError | undefined
  readonly method?: CheckoutMethod | undefined
}

/** Nothing was charged, and the buyer should know it before anything else. The next try starts right here. */
export function Failed({ orderId, error, method = 'card' }: FailedProps) {
  const { failed, pay } = useWords()
  const reasonOf = useReason()
  // How the next try, from here, ended: what the one before it was refused for is then no longer how things stand.
  const [later, setLater] = useState<'canceled' | 'trouble'>()
  const canceled = later === 'canceled'
  const reason = later === undefined ? error : undefined
  const tips = failed.tips[reason ? refusalKind(reason) : 'other']
  const title = canceled ? pay.canceledTitle : failed.title
  return (
    <section className="narrow failed" data-later={later}>
      <EmptyArt kind="unplugged" />
      <PageTitle tab={title}>{title}</PageTitle>
      {canceled ? (
        <p className="lead">{pay.canceled}</p>
      ) : (
        <>
          <p className="lead">{reason ? reasonOf(reason) : failed.fallback}</p>
          <p className="failed__charged">{failed.charged}</p>
        </>
      )}
      <div className="panel failed__tips">
        <h2>{failed.what}</h2>
        <ul>
          {tips.map((tip) => (
            <li key={tip}>{tip}</li>
          ))}
        </ul>
        {reason && (
          <p className="failed__code">
            {failed.code} <span className="mono">{reason.gatewayCode ?? reason.code}</span>
          </p>
        )}
      </div>
      <div className="failed__again">
        <PayButton
          orderId={orderId}
          method={method}
          onCanceled={() => setLater('canceled')}
          onFailed={(refused) => setLater(refused ? undefined : 'trouble')}
        />
        <Link className="button button--quiet" to={`/checkout/${orderId}`}>
          {failed.otherMethod}
        </Link>
      </div>
    </section>
  )
}
