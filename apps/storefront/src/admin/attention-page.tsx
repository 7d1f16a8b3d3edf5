import { useState } from 'react'
import { usePages } from '../api/use-pages.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { Notice } from '../components/notice.tsx'
import { PagedList } from '../components/paged-list.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { StatePage } from '../components/state-page.tsx'
import { fetchAttention } from './admin-client.ts'
import { DoubtCard } from './doubt-card.tsx'
import { useAdminWords } from './use-admin-words.ts'
import { useShownOut } from './use-shown-out.ts'

export function AttentionPage() {
  const words = useAdminWords()
  const list = usePages('attention', fetchAttention)
  const out = useShownOut(list.error)
  const [told, setTold] = useState<string>()
  if (list.status === 'failed') return out ? null : <LoadFailed onRetry={list.reload} />

  return (
    <>
      <output className="told">{told && <Notice icon="check">{told}</Notice>}</output>
      {list.status === 'ready' && list.items.length === 0 ? (
        <StatePage art="paper" title={words.attentionNone} text={words.attentionNoneText} />
      ) : (
        <>
          <PageTitle tab={`${words.attention} · ${words.title}`}>{words.attention}</PageTitle>
          <p className="lead lead--intro">{words.attentionIntro}</p>
        </>
      )}
      {list.status === 'loading' && (
        <div className="page-skeleton">
          <LoadingNote />
          <Skeleton lines={['100%', '100%']} />
        </div>
      )}
      <PagedList
        className="doubts"
        items={list.items}
        hasMore={list.next !== undefined}
        more={list.more}
        onMore={() => void list.loadMore()}
      >
        {(doubt) => (
          <DoubtCard
            key={doubt.id}
            doubt={doubt}
            onDecided={(text) => {
              setTold(text)
              list.reload()
            }}
          />
        )}
      </PagedList>
    </>
  )
}
