import { Icon } from '../art/icons.tsx'
import { useWords } from '../i18n/locale.tsx'

const STEPS = ['details', 'pay', 'done'] as const

export function CheckoutSteps({ current }: { readonly current: 'details' | 'pay' }) {
  const { checkout } = useWords()
  const position = STEPS.indexOf(current)
  return (
    <ol className="steps" aria-label={checkout.steps}>
      {STEPS.map((step, index) => {
        const done = index < position
        return (
          <li key={step} data-done={done} aria-current={step === current ? 'step' : undefined}>
            <span className="steps__mark">{done ? <Icon name="check" /> : index + 1}</span>
            {checkout.step[step]}
          </li>
        )
      })}
    </ol>
  )
}
