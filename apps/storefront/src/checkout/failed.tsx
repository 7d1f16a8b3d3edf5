import type { CheckoutMethod } from '@payple-kit/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { BuyerError } from '../../shared/cards-api.ts'
import { EmptyArt } from '../art/empty-art.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useText, useWords } from '../i18n/locale.tsx'
import { PayButton } from './pay-button.tsx'

/** The card company's codes for a wrong password. */
const WRONG_PASSWORD: ReadonlySet<string | undefined> = new Set(['3115'])

interface FailedProps {
  readonly orderId: string
  readonly error: BuyerError | undefined
  readonly method?: CheckoutMethod | undefined
}

/** Nothing was charged, and the buyer should know it before anything else. The next try starts right here. */
export function Failed({ orderId, error, method = 'card' }: FailedProps) {
  const { failed, pay } = useWords()
  const text = useText()
  // How the next try, from here, ended: what the one before it was refused for is then no longer how things stand.
  const [later, setLater] = useState<'canceled' | 'trouble'>()
  const canceled = later === 'canceled'
  const reason = later === undefined ? error : undefined
  const tips = WRONG_PASSWORD.has(reason?.gatewayCode) ? [failed.passwordTip, ...failed.tips.slice(1)] : failed.tips
  const title = canceled ? pay.canceledTitle : failed.title
  return (
    <section className="narrow failed" data-later={later}>
      <EmptyArt kind="unplugged" />
      <PageTitle tab={title}>{title}</PageTitle>
      {canceled ? (
        <p className="lead">{pay.canceled}</p>
      ) : (
        <>
          <p className="lead">{reason ? text(reason.buyer) : failed.fallback}</p>
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
