import { useState } from 'react'
import type { MonthlyCharge } from '../../shared/subscription-api.ts'
import { Icon } from '../art/icons.tsx'
import { PagedList } from '../components/paged-list.tsx'
import { useReason } from '../checkout/use-reason.ts'
import { useFormat } from '../i18n/format.ts'
import { useInstitutionName } from '../i18n/institution-name.ts'
import { useWords } from '../i18n/locale.tsx'

/** A year at once. */
const PAGE = 12

export function ChargeHistory({ charges }: { readonly charges: readonly MonthlyCharge[] }) {
  const { subscription: words } = useWords()
  const [shown, setShown] = useState(PAGE)
  return (
    <section className="panel" aria-labelledby="history-title">
      <h2 id="history-title">{words.history}</h2>
      {charges.length === 0 && <p>{words.historyEmpty}</p>}
      <PagedList
        className="months"
        items={charges.slice(0, shown)}
        hasMore={charges.length > shown}
        more="idle"
        onMore={() => setShown(shown + PAGE)}
      >
        {(charge) => <MonthRow key={charge.orderId} charge={charge} />}
      </PagedList>
    </section>
  )
}

function MonthRow({ charge }: { readonly charge: MonthlyCharge }) {
  const { subscription: words, common } = useWords()
  const { won, month, day } = useFormat()
  const issuer = useInstitutionName()
  const reasonOf = useReason()
  const name = month(charge.month)
  return (
    <li className="months__row">
      <div className="months__what">
        <h3>{name}</h3>
        <p>
          <time dateTime={charge.paidAt ?? charge.triedAt}>{day(charge.paidAt ?? charge.triedAt)}</time>
          {charge.card && <span>{issuer(charge.card.name)}</span>}
          {charge.error && <span className="months__why">{reasonOf(charge.error)}</span>}
          {charge.refunded !== undefined && <span>{words.refunded(won(charge.refunded))}</span>}
        </p>
      </div>
      <span className="state" data-state={charge.state}>
        {words.charge[charge.state]}
      </span>
      <strong className="months__sum">{won(charge.amount)}</strong>
      {charge.receiptUrl ? (
        <a
          className="tool"
          href={charge.receiptUrl}
          target="_blank"
          rel="noopener noreferrer"
          aria-label={`${words.slipOf(name)} (${common.newTab})`}
        >
          <Icon name="external" />
        </a>
      ) : (
        <span className="months__gap" />
      )}
    </li>
  )
}
