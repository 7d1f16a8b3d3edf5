import { startSubscription } from '../api/subscription-client.ts'
import { useWallet } from '../cards/use-wallet.ts'
import { AccountTabs } from '../components/account-tabs.tsx'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { Notice } from '../components/notice.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { useWords } from '../i18n/locale.tsx'
import { ChargeHistory } from '../subscription/charge-history.tsx'
import { Manage } from '../subscription/manage.tsx'
import { Offer } from '../subscription/offer.tsx'
import { useSubscription } from '../subscription/use-subscription.ts'

export function SubscriptionPage() {
  const { subscription: words } = useWords()
  const { status, view, doing, failed, act, reload } = useSubscription()
  const wallet = useWallet()

  if (status === 'failed' || wallet.status === 'failed') {
    return <LoadFailed onRetry={status === 'failed' ? reload : wallet.reload} />
  }
  if (!view || wallet.status === 'loading') {
    return (
      <>
        <AccountTabs />
        <PageTitle tab={words.title}>{words.name}</PageTitle>
        <div className="page-skeleton">
          <LoadingNote />
          <Skeleton lines={['60%', '100%', '100%', '40%']} />
        </div>
      </>
    )
  }
  const { subscription } = view
  return (
    <>
      <AccountTabs />
      {subscription && subscription.status !== 'canceled' ? (
        <Manage
          price={view.price}
          subscription={subscription}
          wallet={wallet.data}
          act={act}
          doing={doing}
          failed={failed}
          onWalletChanged={wallet.reload}
        />
      ) : (
        <>
          {subscription && (
            <output className="told">
              <Notice>{words.canceled}</Notice>
            </output>
          )}
          <Offer
            view={view}
            wallet={wallet.data}
            busy={doing === 'start'}
            failed={failed}
            onStart={(card) => void act('start', () => startSubscription(card))}
            onRegistered={wallet.reload}
          />
          {subscription && <ChargeHistory charges={subscription.charges} />}
        </>
      )}
    </>
  )
}
