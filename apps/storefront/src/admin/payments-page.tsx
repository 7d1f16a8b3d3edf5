import { Link, useSearchParams } from 'react-router'
import { usePages } from '../api/use-pages.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { PagedList } from '../components/paged-list.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { fetchPayments } from './admin-client.ts'
import { AttemptRow } from './attempt-row.tsx'
import { FILTER_NAMES, type FilterName } from './filters.ts'
import { OrderSearch } from './order-search.tsx'
import { useAdminWords } from './use-admin-words.ts'
import { useShownOut } from './use-shown-out.ts'

export function PaymentsPage() {
  const words = useAdminWords()
  const [params] = useSearchParams()
  const asked = params.get('state') ?? 'all'
  const filter: FilterName = FILTER_NAMES.find((name) => name === asked) ?? 'all'
  const list = usePages(filter, fetchPayments)
  const out = useShownOut(list.error)
  if (list.status === 'failed') return out ? null : <LoadFailed onRetry={list.reload} />

  return (
    <>
      <PageTitle tab={`${words.payments} · ${words.title}`}>{words.payments}</PageTitle>
      <OrderSearch />
      <nav className="filters" aria-label={words.filter}>
        {FILTER_NAMES.map((name) => (
          <Link
            key={name}
            className="filters__one"
            to={name === 'all' ? '/admin' : `/admin?state=${name}`}
            aria-current={name === filter ? 'true' : undefined}
          >
            {words.filters[name]}
          </Link>
        ))}
      </nav>
      {list.status === 'loading' && (
        <div className="page-skeleton">
          <LoadingNote />
          <Skeleton lines={['100%', '100%', '100%', '100%']} />
        </div>
      )}
      {list.status === 'ready' && list.items.length === 0 && (
        <div className="panel empty">
          <p className="empty__title">{words.none}</p>
          <p>{words.noneText}</p>
        </div>
      )}
      <PagedList
        className="attempts"
        items={list.items}
        hasMore={list.next !== undefined}
        more={list.more}
        onMore={() => void list.loadMore()}
      >
        {(attempt) => <AttemptRow key={attempt.checkoutId} attempt={attempt} />}
      </PagedList>
    </>
  )
}
