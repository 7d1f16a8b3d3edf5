import type { Currency } from '@payple-kit/core'
import { Notice } from '../components/notice.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText } from '../i18n/locale.tsx'
import type { RefundProgress } from './use-refund.ts'
import { useAdminWords } from './use-admin-words.ts'

interface RefundResultProps {
  readonly progress: RefundProgress
  readonly currency: Currency
  /** Sends the same request again. */
  readonly onAgain: (() => void) | undefined
}

/** How the refund ended. Doubt is never told as failure. */
export function RefundResult({ progress, currency, onAgain }: RefundResultProps) {
  const words = useAdminWords()
  const { money } = useFormat()
  const text = useText()
  return (
    <div role="alert" className="told" data-refund={progress.status}>
      {progress.status === 'refunded' && (
        <Notice icon="check">{words.refundDone(money(progress.amount, currency))}</Notice>
      )}
      {progress.status === 'failed' && (
        <Notice tone="warm">
          {words.refundFailed} {text(progress.error.buyer)}{' '}
          <span className="mono">{progress.error.gatewayCode ?? progress.error.code}</span>
        </Notice>
      )}
      {progress.status === 'unknown' && (
        <>
          <Notice tone="warm">{words.refundUnknown}</Notice>
          {onAgain && (
            <button type="button" className="button button--quiet button--small" onClick={onAgain}>
              {words.refundAgain}
            </button>
          )}
        </>
      )}
    </div>
  )
}
