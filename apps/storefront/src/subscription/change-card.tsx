import { useState } from 'react'
import type { SavedCard, Wallet } from '../../shared/cards-api.ts'
import { CardChoice } from '../cards/card-choice.tsx'
import { RegisterButton } from '../cards/register-button.tsx'
import { useWords } from '../i18n/locale.tsx'

interface ChangeCardProps {
  readonly wallet: Wallet
  readonly current: SavedCard | undefined
  readonly busy: boolean
  readonly onChange: (card: string) => void
  readonly onRegistered: () => void
  readonly onClose: () => void
}

/** Another of the saved cards, or a new one. */
export function ChangeCard({ wallet, current, busy, onChange, onRegistered, onClose }: ChangeCardProps) {
  const { subscription: words, common } = useWords()
  const [chosen, setChosen] = useState(current?.id ?? wallet.cards[0]?.id)
  return (
    <div className="change-card">
      {wallet.cards.length > 0 && (
        <CardChoice
          legend={words.changeTitle}
          group="subscription-card"
          cards={wallet.cards}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <div className="change-card__actions">
        <button type="button" className="button button--quiet button--small" onClick={onClose}>
          {common.keep}
        </button>
        {chosen !== undefined && (
          <button
            type="button"
            className="button button--small"
            aria-disabled={busy}
            onClick={() => !busy && onChange(chosen)}
          >
            {busy ? words.saving : words.save}
          </button>
        )}
      </div>
      <RegisterButton registrationId={wallet.registrationId} method="register-card" onRegistered={onRegistered} quiet />
    </div>
  )
}
