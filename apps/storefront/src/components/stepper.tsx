import { MAX_QUANTITY } from '../../shared/shop-api.ts'
import { Icon } from '../art/icons.tsx'
import { useWords } from '../i18n/locale.tsx'

interface StepperProps {
  readonly label: string
  readonly value: number
  readonly onChange: (value: number) => void
  readonly disabled?: boolean
}

/** How many pieces, from one to the most an order takes. */
export function Stepper({ label, value, onChange, disabled = false }: StepperProps) {
  const { common } = useWords()
  return (
    <fieldset className="stepper" aria-label={label}>
      <button
        type="button"
        aria-label={common.less}
        disabled={disabled || value <= 1}
        onClick={() => onChange(value - 1)}
      >
        <Icon name="minus" />
      </button>
      <output aria-live="polite">{value}</output>
      <button
        type="button"
        aria-label={common.more}
        disabled={disabled || value >= MAX_QUANTITY}
        onClick={() => onChange(value + 1)}
      >
        <Icon name="plus" />
      </button>
    </fieldset>
  )
}
