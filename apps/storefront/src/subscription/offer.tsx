import { useState } from 'react'
import type { Wallet } from '../../shared/cards-api.ts'
import type { SubscriptionView } from '../../shared/subscription-api.ts'
import { Art } from '../art/art.tsx'
import { Icon } from '../art/icons.tsx'
import { CardChoice } from '../cards/card-choice.tsx'
import { RegisterButton } from '../cards/register-button.tsx'
import { Notice } from '../components/notice.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'

interface OfferProps {
  readonly view: SubscriptionView
  readonly wallet: Wallet
  readonly busy: boolean
  readonly failed: boolean
  readonly onStart: (card: string) => void
  readonly onRegistered: () => void
}

/** The product, for whoever has not subscribed, or no longer. */
export function Offer({ view, wallet, busy, failed, onStart, onRegistered }: OfferProps) {
  const { subscription: words } = useWords()
  const { won, day } = useFormat()
  const [chosen, setChosen] = useState<string>()
  const card = wallet.cards.find((one) => one.id === chosen) ?? wallet.cards.find((one) => one.isDefault)
  const former = view.subscription
  // Paid until then: coming back costs nothing today.
  const paidUntil =
    former?.charges.some((charge) => charge.state === 'paid') && isAhead(former.nextOn) ? former.nextOn : undefined

  return (
    <div className={former ? 'product product--former' : 'product'}>
      <div className="product__art">
        <Art name="beans" />
      </div>
      <div className="product__words">
        <PageTitle tab={words.name}>{words.name}</PageTitle>
        <p className="product__tagline">{words.tagline}</p>
        <p className="product__price">{words.monthly(won(view.price))}</p>
        <p className="product__description">{words.text}</p>
        <ul className="ticks">
          {words.facts.map((fact) => (
            <li key={fact}>
              <Icon name="check" />
              {fact}
            </li>
          ))}
        </ul>
        {card ? (
          <div className="offer">
            <CardChoice
              legend={words.chooseCard}
              group="subscription-card"
              cards={wallet.cards}
              value={card.id}
              onChange={setChosen}
            />
            <button type="button" className="button button--wide" aria-disabled={busy} onClick={() => onStart(card.id)}>
              {busy ? words.starting : paidUntil ? words.restart : words.start(won(view.price))}
            </button>
            <p className="offer__note">{paidUntil ? words.startPaidNote(day(paidUntil)) : words.startNote}</p>
          </div>
        ) : (
          <div className="offer">
            <Notice>{words.needCard}</Notice>
            <RegisterButton registrationId={wallet.registrationId} method="register-card" onRegistered={onRegistered} />
          </div>
        )}
        <div role="alert">{failed && <Notice tone="warm">{words.trouble}</Notice>}</div>
      </div>
    </div>
  )
}

function isAhead(day: string): boolean {
  return new Date(`${day}T00:00:00+09:00`) > new Date()
}
