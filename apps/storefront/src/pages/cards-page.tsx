import { CardsList } from '../cards/cards-list.tsx'
import { useWallet } from '../cards/use-wallet.ts'
import { AccountTabs } from '../components/account-tabs.tsx'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { useWords } from '../i18n/locale.tsx'

export function CardsPage() {
  const { cards } = useWords()
  const wallet = useWallet()
  if (wallet.status === 'failed') return <LoadFailed onRetry={wallet.reload} />
  return (
    <>
      <AccountTabs />
      <PageTitle tab={cards.title}>{cards.title}</PageTitle>
      <p className="lead lead--intro">{cards.intro}</p>
      {wallet.status === 'loading' ? (
        <div className="page-skeleton">
          <LoadingNote />
          <Skeleton lines={['100%', '100%', '60%']} />
        </div>
      ) : (
        <CardsList wallet={wallet.data} reload={wallet.reload} />
      )}
    </>
  )
}
