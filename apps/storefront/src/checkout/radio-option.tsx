import { useId } from 'react'
import { Icon, type IconName } from '../art/icons.tsx'

interface RadioOptionProps {
  readonly group: string
  readonly value: string
  readonly icon: IconName
  readonly name: string
  readonly text: string
  readonly badge?: string | undefined
  readonly checked: boolean
  readonly onChange: () => void
}

/** A radio button as wide as its row. */
export function RadioOption({ group, value, icon, name, text, badge, checked, onChange }: RadioOptionProps) {
  const id = useId()
  return (
    <label className="method" data-checked={checked}>
      <input
        type="radio"
        name={group}
        value={value}
        checked={checked}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-text`}
        onChange={onChange}
      />
      <Icon name={icon} />
      <span className="method__name" id={`${id}-name`}>
        {name}
        {badge !== undefined && <span className="method__badge">{badge}</span>}
      </span>
      <span className="method__text" id={`${id}-text`}>
        {text}
      </span>
    </label>
  )
}
