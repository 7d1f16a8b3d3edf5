import { useState } from 'react'
import type { SavedCard, Wallet } from '../../shared/cards-api.ts'
import { chooseDefault } from '../api/cards-client.ts'
import { fetchSubscription } from '../api/subscription-client.ts'
import { useResource } from '../api/use-resource.ts'
import { EmptyArt } from '../art/empty-art.tsx'
import { Notice } from '../components/notice.tsx'
import { useWords } from '../i18n/locale.tsx'
import { AddCard } from './add-card.tsx'
import { useCardName } from './card-name.ts'
import { CardRow } from './card-row.tsx'
import { RemoveDialog } from './remove-dialog.tsx'

interface CardsListProps {
  readonly wallet: Wallet
  readonly reload: () => void
}

export function CardsList({ wallet, reload }: CardsListProps) {
  const { cards: words } = useWords()
  const nameOf = useCardName()
  const subscription = useResource('subscription', fetchSubscription)
  const [told, setTold] = useState<{ readonly text: string; readonly tone: 'calm' | 'warm' }>()
  const [removing, setRemoving] = useState<SavedCard>()
  const [busy, setBusy] = useState(false)

  const done = (text: string) => {
    setTold({ text, tone: 'calm' })
    reload()
  }
  const makeDefault = async (card: SavedCard) => {
    setBusy(true)
    try {
      await chooseDefault(card.id)
      done(words.nowDefault(nameOf(card)))
    } catch {
      setTold({ text: words.trouble, tone: 'warm' })
    }
    setBusy(false)
  }
  const charged = subscription.status === 'ready' ? subscription.data.subscription : undefined
  const isSubscribed = charged !== undefined && charged.status !== 'canceled' && charged.card === removing?.id

  return (
    <>
      <output className="told">
        {told && (
          <Notice tone={told.tone} icon={told.tone === 'calm' ? 'check' : 'info'}>
            {told.text}
          </Notice>
        )}
      </output>
      <div className="columns">
        <section aria-labelledby="saved-title">
          <h2 id="saved-title" className="visually-hidden">
            {words.listTitle}
          </h2>
          {wallet.cards.length === 0 ? (
            <div className="panel empty">
              <EmptyArt kind="bag" />
              <p className="empty__title">{words.empty}</p>
              <p>{words.emptyText}</p>
            </div>
          ) : (
            <ul className="saved-list">
              {wallet.cards.map((card) => (
                <CardRow
                  key={card.id}
                  card={card}
                  busy={busy}
                  onDefault={() => void makeDefault(card)}
                  onRemove={() => setRemoving(card)}
                />
              ))}
            </ul>
          )}
        </section>
        <AddCard
          registrationId={wallet.registrationId}
          onRegistered={(key) =>
            done(words.added(nameOf({ kind: key.bank ? 'account' : 'card', ...(key.bank ?? key.card) })))
          }
          onCanceled={() => setTold({ text: words.addCanceled, tone: 'calm' })}
        />
      </div>
      <RemoveDialog
        card={removing}
        isSubscribed={isSubscribed}
        onRemoved={(card) => done(words.removed(nameOf(card)))}
        onClose={() => setRemoving(undefined)}
      />
    </>
  )
}
