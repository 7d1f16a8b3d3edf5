import type { Wallet } from '../../shared/cards-api.ts'
import type { Subscription } from '../../shared/subscription-api.ts'
import { Art } from '../art/art.tsx'
import { useCardName } from '../cards/card-name.ts'
import { Notice } from '../components/notice.tsx'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'
import { ChangeCard } from './change-card.tsx'

interface TermsProps {
  readonly price: number
  readonly subscription: Subscription
  readonly wallet: Wallet
  /** Another card is being chosen. */
  readonly changing: boolean
  readonly busy: boolean
  readonly onChange: (card: string) => void
  readonly onOpen: (what: 'card' | 'cancel' | undefined) => void
  readonly onWalletChanged: () => void
}

/** When it is charged next, how much and to what; and the ways to change that. */
export function Terms({ price, subscription, wallet, changing, busy, onChange, onOpen, onWalletChanged }: TermsProps) {
  const { subscription: words } = useWords()
  const { won, day } = useFormat()
  const nameOf = useCardName()
  const card = wallet.cards.find((one) => one.id === subscription.card)
  const facts: readonly (readonly [string, string])[] = [
    [subscription.status === 'past-due' ? words.due : words.next, day(subscription.nextOn)],
    [words.price, won(price)],
    [words.payWith, card ? nameOf(card) : '–'],
    [words.since, day(subscription.startedAt)],
  ]
  return (
    <section className="summary" aria-label={words.title}>
      <Art name="beans" />
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!card && <Notice tone="warm">{words.cardGone}</Notice>}
      {changing ? (
        <ChangeCard
          key={wallet.cards.length}
          wallet={wallet}
          current={card}
          busy={busy}
          onChange={onChange}
          onRegistered={onWalletChanged}
          onClose={() => onOpen(undefined)}
        />
      ) : (
        <button type="button" className="button button--quiet button--small" onClick={() => onOpen('card')}>
          {words.change}
        </button>
      )}
      <button type="button" className="link-button" onClick={() => onOpen('cancel')}>
        {words.cancel}
      </button>
    </section>
  )
}
