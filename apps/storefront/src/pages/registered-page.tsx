import { Link, useLocation } from 'react-router'
import { Registered, type RegisteredCard } from '../checkout/registered.tsx'
import { StatePage } from '../components/state-page.tsx'
import { useWords } from '../i18n/locale.tsx'

export function RegisteredPage() {
  const { registered, trouble } = useWords()
  const { billingKey, orderId } = (useLocation().state ?? {}) as { billingKey?: RegisteredCard; orderId?: string }
  if (billingKey) return <Registered billingKey={billingKey} orderId={orderId} />
  return (
    <StatePage art="paper" title={registered.none} text={registered.noneText}>
      <Link className="button" to="/">
        {trouble.toHome}
      </Link>
    </StatePage>
  )
}
