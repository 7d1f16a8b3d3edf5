import type { SavedCard } from '../../shared/cards-api.ts'
import { Icon } from '../art/icons.tsx'
import { useFormat } from '../i18n/format.ts'
import { useInstitutionName } from '../i18n/institution-name.ts'
import { useWords } from '../i18n/locale.tsx'
import { useCardName } from './card-name.ts'

interface CardRowProps {
  readonly card: SavedCard
  readonly busy: boolean
  readonly onDefault: () => void
  readonly onRemove: () => void
}

export function CardRow({ card, busy, onDefault, onRemove }: CardRowProps) {
  const { cards } = useWords()
  const { day } = useFormat()
  const issuer = useInstitutionName()
  const name = useCardName()(card)
  return (
    <li className="saved" data-default={card.isDefault}>
      <span className="saved__plastic" data-kind={card.kind} aria-hidden="true">
        <Icon name={card.kind === 'card' ? 'card' : 'bank'} />
      </span>
      <div className="saved__what">
        <h3>
          {card.name === undefined ? cards.unnamed[card.kind] : issuer(card.name)}
          {card.isDefault && (
            <span className="state" data-state="paid">
              {cards.byDefault}
            </span>
          )}
        </h3>
        {card.number && <p className="mono">{card.number}</p>}
        <p className="saved__date">{cards.registeredOn(day(card.createdAt))}</p>
      </div>
      <div className="saved__actions">
        {!card.isDefault && (
          <button
            type="button"
            className="button button--quiet button--small"
            aria-label={cards.makeDefaultOf(name)}
            aria-disabled={busy}
            onClick={busy ? undefined : onDefault}
          >
            {cards.makeDefault}
          </button>
        )}
        <button type="button" className="tool saved__remove" aria-label={cards.removeOf(name)} onClick={onRemove}>
          <Icon name="trash" />
        </button>
      </div>
    </li>
  )
}
