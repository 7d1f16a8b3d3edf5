import { useNavigate } from 'react-router'
import { Notice } from '../components/notice.tsx'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'
import { useCardCharge } from './use-card-charge.ts'
import { useReason } from './use-reason.ts'

interface CardPayButtonProps {
  readonly orderId: string
  /** For the label; the server knows what it costs. */
  readonly total: number
  readonly card: string
}

/** Pays with a saved card: no window, one press. */
export function CardPayButton({ orderId, total, card }: CardPayButtonProps) {
  const { cards, failed } = useWords()
  const { won } = useFormat()
  const reasonOf = useReason()
  const navigate = useNavigate()
  const { charge, start } = useCardCharge(orderId, (result) => {
    const settling = result.status === 'unknown' ? `/checkout/return?checkout=${result.checkoutId}` : undefined
    void navigate(settling ?? `/orders/${orderId}/paid`, { replace: settling === undefined })
  })
  const charging = charge.status === 'charging'

  return (
    <>
      <button
        type="button"
        className="button button--wide"
        data-state={charge.status}
        aria-busy={charging}
        aria-disabled={charging}
        onClick={() => void start(card)}
      >
        {charging ? cards.paying : cards.payButton(won(total))}
      </button>
      <div role="alert">
        {charge.status === 'failed' && <Notice tone="warm">{`${reasonOf(charge.error)} ${failed.charged}`}</Notice>}
        {charge.status === 'lost' && <Notice tone="warm">{cards.payLost}</Notice>}
      </div>
    </>
  )
}
