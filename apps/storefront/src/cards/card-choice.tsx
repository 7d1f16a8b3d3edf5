import type { SavedCard } from '../../shared/cards-api.ts'
import { RadioOption } from '../checkout/radio-option.tsx'
import { useWords } from '../i18n/locale.tsx'
import { useCardName } from './card-name.ts'

interface CardChoiceProps {
  readonly legend: string
  readonly group: string
  readonly cards: readonly SavedCard[]
  readonly value: string | undefined
  readonly onChange: (card: string) => void
}

/** One of the saved cards. */
export function CardChoice({ legend, group, cards, value, onChange }: CardChoiceProps) {
  const { cards: words } = useWords()
  const nameOf = useCardName()
  return (
    <fieldset className="methods">
      <legend>{legend}</legend>
      {cards.map((card) => (
        <RadioOption
          key={card.id}
          group={group}
          value={card.id}
          icon={card.kind === 'card' ? 'card' : 'bank'}
          name={nameOf(card)}
          text={card.isDefault ? words.byDefault : words.kind[card.kind]}
          checked={value === card.id}
          onChange={() => onChange(card.id)}
        />
      ))}
    </fieldset>
  )
}
