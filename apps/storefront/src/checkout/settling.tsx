import { useState } from 'react'
import { Link } from 'react-router'
import { Icon } from '../art/icons.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useWords } from '../i18n/locale.tsx'

interface SettlingProps {
  readonly refresh: () => Promise<void>
}

/** Money may have moved and nobody knows yet. Says so, and keeps the buyer from paying twice. */
export function Settling({ refresh }: SettlingProps) {
  const { settling, paid } = useWords()
  const [asking, setAsking] = useState(false)
  const ask = () => {
    setAsking(true)
    void refresh().finally(() => setAsking(false))
  }
  return (
    <section className="narrow settling">
      <PageTitle tab={settling.title}>{settling.title}</PageTitle>
      <p className="lead">{settling.text}</p>
      <div className="panel">
        <progress className="visually-hidden" aria-label={settling.progress} />
        <div className="progress" aria-hidden="true" />
        <ol className="settling__steps">
          <li data-state="done">
            <Icon name="check" />
            {settling.steps.asked}
          </li>
          <li data-state="now" aria-current="step">
            <span className="settling__dot" />
            {settling.steps.checking}
          </li>
          <li>
            <span className="settling__dot" />
            {settling.steps.done}
          </li>
        </ol>
        <p className="settling__note">{settling.automatic}</p>
      </div>
      <div className="actions">
        <Link className="button button--quiet" to="/orders">
          {paid.toOrders}
        </Link>
        <button type="button" className="button" aria-disabled={asking} onClick={asking ? undefined : ask}>
          {asking ? settling.checking : settling.check}
        </button>
      </div>
    </section>
  )
}
