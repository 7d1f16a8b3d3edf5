import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'

interface DemoChargeProps {
  readonly nextOn: string
  readonly busy: boolean
  readonly onCharge: (month: string) => void
}

/** Makes next month's payment now, so that nobody has to wait for it. A real shop leaves this file out. */
export function DemoCharge({ nextOn, busy, onCharge }: DemoChargeProps) {
  const { subscription: words } = useWords()
  const { month } = useFormat()
  const next = nextOn.slice(0, 7).replace('-', '')
  return (
    <section className="panel demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{words.demoTitle}</h2>
      <p>{words.demoText}</p>
      <button
        type="button"
        className="button button--quiet button--small"
        aria-disabled={busy}
        onClick={busy ? undefined : () => onCharge(next)}
      >
        {busy ? words.demoing : words.demo(month(next))}
      </button>
    </section>
  )
}
