import type { BillingKeyRef } from '@payple-kit/core'
import { useWords } from '../i18n/locale.tsx'
import { RegisterButton } from './register-button.tsx'

interface AddCardProps {
  readonly registrationId: string
  readonly onRegistered: (key: BillingKeyRef) => void
  readonly onCanceled: () => void
}

export function AddCard({ registrationId, ...told }: AddCardProps) {
  const { cards } = useWords()
  return (
    <section className="panel add-card" aria-labelledby="add-card-title">
      <h2 id="add-card-title">{cards.addTitle}</h2>
      <p>{cards.addText}</p>
      <RegisterButton registrationId={registrationId} method="register-card" {...told} />
      <RegisterButton registrationId={registrationId} method="register-account" {...told} quiet />
    </section>
  )
}
