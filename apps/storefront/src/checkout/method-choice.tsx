import { CHECKOUT_METHODS, type CheckoutMethod } from '@payple-kit/core'
import { Icon, type IconName } from '../art/icons.tsx'
import { useWords } from '../i18n/locale.tsx'

const ICONS: Readonly<Record<CheckoutMethod, IconName>> = { card: 'card', 'app-card': 'phone', 'register-card': 'save' }

interface MethodChoiceProps {
  readonly value: CheckoutMethod
  readonly onChange: (method: CheckoutMethod) => void
}

export function MethodChoice({ value, onChange }: MethodChoiceProps) {
  const { pay } = useWords()
  return (
    <fieldset className="methods">
      <legend>{pay.method}</legend>
      {CHECKOUT_METHODS.map((method) => (
        <label key={method} className="method" data-checked={method === value}>
          <input
            type="radio"
            name="method"
            value={method}
            checked={method === value}
            aria-labelledby={`method-${method}-name`}
            aria-describedby={`method-${method}-text`}
            onChange={() => onChange(method)}
          />
          <Icon name={ICONS[method]} />
          <span className="method__name" id={`method-${method}-name`}>
            {pay.methods[method].name}
          </span>
          <span className="method__text" id={`method-${method}-text`}>
            {pay.methods[method].text}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
