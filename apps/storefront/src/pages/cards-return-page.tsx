import { usePaymentReturn } from '@payple-kit/react'
import { Link, Navigate } from 'react-router'
import { StatePage } from '../components/state-page.tsx'
import { useText, useWords } from '../i18n/locale.tsx'

/** Where a phone comes back from registering a card. */
export function CardsReturnPage() {
  const { cards } = useWords()
  const text = useText()
  const { status, outcome } = usePaymentReturn()

  const back = (
    <Link className="button" to="/cards">
      {cards.backToCards}
    </Link>
  )
  if (status === 'missing') return <Navigate to="/cards" replace />
  switch (outcome?.status) {
    case 'registered':
    case 'paid':
      return <Navigate to="/cards" replace />
    case 'canceled':
      return (
        <StatePage art="bag" title={cards.addCanceled} text={cards.addText}>
          {back}
        </StatePage>
      )
    case 'failed':
      return (
        <StatePage art="unplugged" title={cards.notRegistered} text={text(outcome.error.buyer)}>
          {back}
        </StatePage>
      )
    default:
      return <StatePage art="paper" title={cards.checking} text={cards.checkingText} />
  }
}
