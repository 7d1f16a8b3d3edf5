import type { BillingKeyRef } from '@payple-kit/core'
import { useState } from 'react'
import { useWords } from '../i18n/locale.tsx'
import { RegisterButton } from './register-button.tsx'

interface AddCardProps {
  readonly registrationId: string
  readonly onRegistered: (key: BillingKeyRef) => void
  readonly onCanceled: () => void
}

const KINDS = ['card', 'account'] as const

/**
 * Registers a card or an account. One button at a time: an order id has one open attempt, and preparing the other method replaces it.
 */
export function AddCard({ registrationId, ...told }: AddCardProps) {
  const { cards } = useWords()
  const [kind, setKind] = useState<(typeof KINDS)[number]>('card')
  return (
    <section className="panel add-card" aria-labelledby="add-card-title">
      <h2 id="add-card-title">{cards.addTitle}</h2>
      <p>{cards.addText}</p>
      <fieldset className="choices">
        <legend className="visually-hidden">{cards.addKind}</legend>
        {KINDS.map((one) => (
          <label key={one}>
            <input type="radio" name="card-kind" checked={one === kind} onChange={() => setKind(one)} />
            {cards.kind[one]}
          </label>
        ))}
      </fieldset>
      <RegisterButton key={kind} registrationId={registrationId} method={`register-${kind}`} {...told} />
    </section>
  )
}
