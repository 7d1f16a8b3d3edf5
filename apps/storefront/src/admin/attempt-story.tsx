import type { AttemptHistory, LedgerEvent } from '@payple-kit/server'
import { resultCode, type Currency } from '@payple-kit/core'
import { useFormat } from '../i18n/format.ts'
import { useLocale } from '../i18n/locale.tsx'
import { useAdminWords, wordOf } from './use-admin-words.ts'

interface AttemptStoryProps {
  readonly attempt: AttemptHistory
  readonly number: number
}

/** Everything that happened to an attempt, oldest first: when, who, what, and what it changed. */
export function AttemptStory({ attempt, number }: AttemptStoryProps) {
  const words = useAdminWords()
  return (
    <section className="panel story" aria-labelledby={`story-${attempt.checkoutId}`}>
      <h3 id={`story-${attempt.checkoutId}`}>
        {words.attempt(number)} <span className="mono">{attempt.oid}</span>
      </h3>
      <ol className="story__lines">
        {attempt.events.map((event, index) => (
          <StoryLine key={index} event={event} currency={attempt.currency} />
        ))}
      </ol>
    </section>
  )
}

function StoryLine({ event, currency }: { readonly event: LedgerEvent; readonly currency: Currency }) {
  const words = useAdminWords()
  const { time } = useStoryTime()
  const evidence = useEvidence(event, currency)
  const { name, actor, from, to } = event
  return (
    <li data-state={to}>
      <p className="story__when">
        <time dateTime={new Date(event.at).toISOString()}>{time(event.at)}</time>
        <span>{wordOf(words.actor, actor)}</span>
      </p>
      <p className="story__what">{wordOf(words.event, name)}</p>
      {evidence.length > 0 && <p className="story__evidence">{evidence.join(' · ')}</p>}
      {from !== null && from !== to && (
        <p className="story__change">{words.stateChange(wordOf(words.state, from), wordOf(words.state, to))}</p>
      )}
    </li>
  )
}

/** To the second: the order of things matters here. */
function useStoryTime(): { time: (at: number) => string } {
  const { locale } = useLocale()
  const format = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return { time: (at) => format.format(at) }
}

/** The facts of an event: sums, Payple's codes with their meaning, notes as they were written. */
function useEvidence({ detail = {} }: LedgerEvent, currency: Currency): string[] {
  const { locale } = useLocale()
  const { money } = useFormat()
  const { total, gatewayCode, code, field, oid, refund, billingKey, note } = detail
  const known = typeof gatewayCode === 'string' ? resultCode(gatewayCode) : undefined
  return [
    typeof total === 'number' ? money(total, currency) : undefined,
    gatewayCode === undefined ? code : [gatewayCode, known?.buyer[locale]].filter(Boolean).join(' '),
    field,
    oid,
    refund,
    billingKey,
    note === undefined ? undefined : `“${note}”`,
  ]
    .filter((fact) => fact !== undefined)
    .map(String)
}
