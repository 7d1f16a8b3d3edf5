import { useId, type ComponentProps } from 'react'

interface FieldProps extends ComponentProps<'input'> {
  readonly label: string
  readonly hint: string
  readonly error?: string | undefined
}

/** A labelled input whose hint and error are read out with it. The error takes the hint's line, so nothing moves. */
export function Field({ label, hint, error, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className="field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      <input id={id} aria-invalid={error !== undefined} aria-describedby={`${id}-note`} required {...input} />
      <p id={`${id}-note`} className={error ? 'field__error' : 'field__hint'}>
        {error ?? hint}
      </p>
    </div>
  )
}
