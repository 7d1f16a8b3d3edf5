import { useState } from 'react'
import { Link } from 'react-router'
import type { Doubt } from '../../shared/admin-api.ts'
import { Field } from '../checkout/field.tsx'
import { Notice } from '../components/notice.tsx'
import { useFormat } from '../i18n/format.ts'
import { decide } from './admin-client.ts'
import { decisionsFor, type Decision } from './decisions.ts'
import { useAdminWords } from './use-admin-words.ts'

interface DoubtCardProps {
  readonly doubt: Doubt
  readonly onDecided: (text: string) => void
}

/** One entry: what is unclear, what to look at, and the decisions that end it. Every decision needs a note. */
export function DoubtCard({ doubt, onDecided }: DoubtCardProps) {
  const words = useAdminWords()
  const { time } = useFormat()
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string>()
  const [trouble, setTrouble] = useState<string>()
  const [busy, setBusy] = useState(false)
  const told = (words.kind as Readonly<Record<string, { title: string; advice: string }>>)[doubt.kind]

  const act = async ({ route, result }: Decision) => {
    if (busy) return
    const text = note.trim()
    if (text.length < 2) return setProblem(words.noteMissing)
    setBusy(true)
    setTrouble(undefined)
    const answer = await decide(doubt.subject, route, { note: text, ...(result ? { result } : {}) }).catch(
      () => undefined,
    )
    setBusy(false)
    if (!answer) return setTrouble(words.decideTrouble)
    if (answer.status === 'unknown' || answer.status === 'pending') return setTrouble(words.stillOpen)
    onDecided(answer.status === 'paid' ? words.paidAfterAll : words.decided)
  }

  return (
    <li className="panel doubt">
      <h2>{told?.title ?? doubt.kind}</h2>
      <p className="doubt__facts">
        {doubt.orderId && (
          <Link className="mono" to={`/admin/payments/${encodeURIComponent(doubt.orderId)}`}>
            {doubt.orderId}
          </Link>
        )}
        {doubt.detail && <span className="mono">{doubt.detail}</span>}
        <span>
          {words.raised} <time dateTime={doubt.raisedAt}>{time(doubt.raisedAt)}</time>
        </span>
      </p>
      <p>{told?.advice ?? doubt.advice}</p>
      <Field
        name="note"
        maxLength={400}
        label={words.note}
        hint={words.noteHint}
        error={problem}
        value={note}
        onChange={(event) => {
          setNote(event.currentTarget.value)
          setProblem(undefined)
        }}
      />
      <div className="doubt__actions">
        {decisionsFor(doubt.kind).map((decision) => (
          <button
            key={decision.name}
            type="button"
            className="button button--quiet button--small"
            aria-disabled={busy}
            onClick={() => void act(decision)}
          >
            {busy ? words.deciding : words[decision.name]}
          </button>
        ))}
      </div>
      <div role="alert">{trouble && <Notice tone="warm">{trouble}</Notice>}</div>
    </li>
  )
}
