import { usePaymentReturn } from '@payple-kit/react'
import { Link, Navigate } from 'react-router'
import { Failed } from '../checkout/failed.tsx'
import { Settling } from '../checkout/settling.tsx'
import { StatePage } from '../components/state-page.tsx'
import { useWords } from '../i18n/locale.tsx'

/** Where a phone comes back from Payple, and where a layer leads when the result is not known yet. */
export function ReturnPage() {
  const { settling, paid, orders } = useWords()
  const { status, outcome, orderId, refresh } = usePaymentReturn()

  if (status === 'missing') {
    return (
      <StatePage art="lost" title={settling.missing} text={settling.missingText}>
        <Link className="button" to="/orders">
          {paid.toOrders}
        </Link>
      </StatePage>
    )
  }
  switch (outcome?.status) {
    case 'paid':
      return <Navigate to={`/orders/${outcome.payment.orderId}/paid`} replace />
    case 'registered':
      return <Navigate to="/cards" replace />
    case 'failed':
      return <Failed orderId={orderId ?? ''} error={outcome.error} />
    case 'canceled':
      return (
        <StatePage art="bag" title={settling.canceled} text={settling.canceledText}>
          <Link className="button" to={`/checkout/${orderId}`}>
            {orders.resume}
          </Link>
        </StatePage>
      )
    default:
      return <Settling refresh={refresh} />
  }
}
