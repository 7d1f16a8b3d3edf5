import { Link, useParams } from 'react-router'
import { useResource } from '../api/use-resource.ts'
import { Icon } from '../art/icons.tsx'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { StatePage } from '../components/state-page.tsx'
import { fetchPayment } from './admin-client.ts'
import { AttemptStory } from './attempt-story.tsx'
import { PaymentFacts } from './payment-facts.tsx'
import { RefundForm } from './refund-form.tsx'
import { useAdminWords, wordOf } from './use-admin-words.ts'
import { useShownOut } from './use-shown-out.ts'

export function PaymentPage() {
  const words = useAdminWords()
  const { orderId = '' } = useParams()
  const file = useResource(orderId, fetchPayment)
  const out = useShownOut(file.status === 'failed' ? file.error : undefined)
  const back = (
    <Link className="back" to="/admin">
      <Icon name="back" />
      {words.back}
    </Link>
  )

  if (file.status === 'failed') return out ? null : <LoadFailed onRetry={file.reload} />
  if (file.status === 'loading') {
    return (
      <div className="page-skeleton">
        {back}
        <LoadingNote />
        <Skeleton lines={['50%', '100%', '100%', '80%']} />
      </div>
    )
  }
  const { payment, attempts } = file.data
  const shown = attempts.find((attempt) => attempt.checkoutId === payment?.checkoutId) ?? attempts[0]
  if (!shown)
    return (
      <StatePage art="lost" title={words.unknownOrder} text={words.unknownOrderText}>
        {back}
      </StatePage>
    )

  return (
    <>
      {back}
      <div className="title-row title-row--spaced">
        <PageTitle tab={`${orderId} · ${words.title}`}>
          <span className="mono">{orderId}</span>
        </PageTitle>
        <span className="state" data-state={shown.state}>
          {wordOf(words.state, shown.state)}
        </span>
      </div>
      <div className="columns">
        <section className="stack" aria-labelledby="story-title">
          <h2 id="story-title" className="visually-hidden">
            {words.attempts}
          </h2>
          {attempts.map((attempt, index) => (
            <AttemptStory key={attempt.checkoutId} attempt={attempt} number={attempts.length - index} />
          ))}
        </section>
        <div className="stack">
          <PaymentFacts attempt={shown} payment={payment} onChanged={file.reload} />
          {payment && <RefundForm payment={payment} refunds={shown.refunds} onChanged={file.reload} />}
        </div>
      </div>
    </>
  )
}
