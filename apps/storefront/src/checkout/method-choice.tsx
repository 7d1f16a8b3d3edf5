import { Link } from 'react-router'
import type { SavedCard } from '../../shared/cards-api.ts'
import { useCardName } from '../cards/card-name.ts'
import { useWords } from '../i18n/locale.tsx'
import { METHOD_ICONS, type PayChoice, type ShopMethod } from './pay-options.ts'
import { RadioOption } from './radio-option.tsx'

interface MethodChoiceProps {
  readonly methods: readonly ShopMethod[]
  readonly cards: readonly SavedCard[]
  readonly value: PayChoice
  readonly onChange: (choice: PayChoice) => void
}

export function MethodChoice({ methods, cards, value, onChange }: MethodChoiceProps) {
  const { pay, cards: words } = useWords()
  const nameOf = useCardName()
  return (
    <fieldset className="methods">
      <legend>{pay.method}</legend>
      {cards.map((card) => (
        <RadioOption
          key={card.id}
          group="method"
          value={card.id}
          icon={card.kind === 'card' ? 'card' : 'bank'}
          name={nameOf(card)}
          text={words.payText}
          badge={card.isDefault ? words.byDefault : undefined}
          checked={'card' in value && value.card === card.id}
          onChange={() => onChange({ card: card.id })}
        />
      ))}
      {methods.map((method) => (
        <RadioOption
          key={method}
          group="method"
          value={method}
          icon={METHOD_ICONS[method]}
          name={pay.methods[method].name}
          text={pay.methods[method].text}
          checked={'method' in value && value.method === method}
          onChange={() => onChange({ method })}
        />
      ))}
      {cards.length > 0 && (
        <Link className="methods__manage" to="/cards">
          {words.manage}
        </Link>
      )}
    </fieldset>
  )
}
