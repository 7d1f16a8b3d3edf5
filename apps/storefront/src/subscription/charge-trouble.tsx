import type { Subscription } from '../../shared/subscription-api.ts'
import { useReason } from '../checkout/use-reason.ts'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'

interface ChargeTroubleProps {
  readonly subscription: Subscription
  readonly busy: boolean
  readonly onCharge: (month: string) => void
}

/** The newest month, when it is not simply paid: refused, or nobody knows yet. */
export function ChargeTrouble({ subscription, busy, onCharge }: ChargeTroubleProps) {
  const { subscription: words } = useWords()
  const { month, day } = useFormat()
  const reasonOf = useReason()
  const [newest] = subscription.charges
  if (!newest || (newest.state !== 'failed' && newest.state !== 'pending')) return null
  const failed = newest.state === 'failed'

  return (
    <div className="trouble" role="alert" data-state={newest.state}>
      <h2>{failed ? words.failedTitle(month(newest.month)) : words.pendingTitle(month(newest.month))}</h2>
      {failed ? (
        <>
          {newest.error && <p>{reasonOf(newest.error)}</p>}
          <p>
            <strong>{words.failedCharged}</strong>{' '}
            {subscription.tryOn === undefined ? words.gaveUp : words.tryOn(day(subscription.tryOn))}
          </p>
        </>
      ) : (
        <p>{words.pendingText}</p>
      )}
      <button
        type="button"
        className="button button--small"
        aria-disabled={busy}
        onClick={busy ? undefined : () => onCharge(newest.month)}
      >
        {busy ? words.retrying : failed ? words.retry : words.check}
      </button>
    </div>
  )
}
