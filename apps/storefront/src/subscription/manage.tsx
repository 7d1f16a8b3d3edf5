import { useState } from 'react'
import type { Wallet } from '../../shared/cards-api.ts'
import type { Subscription } from '../../shared/subscription-api.ts'
import { cancelSubscription, changeCard, chargeMonth } from '../api/subscription-client.ts'
import { Art } from '../art/art.tsx'
import { useCardName } from '../cards/card-name.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { Notice } from '../components/notice.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'
import { ChangeCard } from './change-card.tsx'
import { ChargeHistory } from './charge-history.tsx'
import { ChargeTrouble } from './charge-trouble.tsx'
import { DemoCharge } from './demo-charge.tsx'
import type { useSubscription } from './use-subscription.ts'

interface ManageProps extends Pick<ReturnType<typeof useSubscription>, 'act' | 'doing' | 'failed'> {
  readonly price: number
  readonly subscription: Subscription
  readonly wallet: Wallet
  readonly onWalletChanged: () => void
}

/** The subscription of whoever has one: when it is charged next, to what, and what was charged so far. */
export function Manage({ price, subscription, wallet, act, doing, failed, onWalletChanged }: ManageProps) {
  const { subscription: words } = useWords()
  const { won, day, month } = useFormat()
  const nameOf = useCardName()
  const [told, setTold] = useState<string>()
  const [open, setOpen] = useState<'card' | 'cancel'>()
  const card = wallet.cards.find((one) => one.id === subscription.card)

  const charge = async (which: string) => {
    setTold(undefined)
    const next = await act('charge', () => chargeMonth(which))
    const made = next?.subscription?.charges.find((one) => one.month === which)
    if (made?.state === 'paid') setTold(words.paidNow(month(which)))
  }
  const change = async (id: string) => {
    const next = await act('change', () => changeCard(id))
    if (!next) return
    setOpen(undefined)
    setTold(words.changed)
  }

  return (
    <>
      <div className="title-row">
        <PageTitle tab={words.title}>{words.name}</PageTitle>
        <span className="state" data-state={subscription.status}>
          {words.status[subscription.status]}
        </span>
      </div>
      <output className="told">{told && <Notice icon="check">{told}</Notice>}</output>
      <div role="alert">{failed && <Notice tone="warm">{words.trouble}</Notice>}</div>
      <div className="columns">
        <div className="stack">
          <ChargeTrouble
            subscription={subscription}
            busy={doing === 'charge'}
            onCharge={(which) => void charge(which)}
          />
          <ChargeHistory charges={subscription.charges} />
          {subscription.status === 'active' && (
            <DemoCharge
              nextOn={subscription.nextOn}
              busy={doing === 'charge'}
              onCharge={(which) => void charge(which)}
            />
          )}
        </div>
        <section className="summary" aria-label={words.title}>
          <Art name="beans" />
          <dl className="facts">
            <div>
              <dt>{subscription.status === 'past-due' ? words.due : words.next}</dt>
              <dd>{day(subscription.nextOn)}</dd>
            </div>
            <div>
              <dt>{words.price}</dt>
              <dd>{won(price)}</dd>
            </div>
            <div>
              <dt>{words.payWith}</dt>
              <dd>{card ? nameOf(card) : '–'}</dd>
            </div>
            <div>
              <dt>{words.since}</dt>
              <dd>{day(subscription.startedAt)}</dd>
            </div>
          </dl>
          {!card && <Notice tone="warm">{words.cardGone}</Notice>}
          {open === 'card' ? (
            <ChangeCard
              key={wallet.cards.length}
              wallet={wallet}
              current={card}
              busy={doing === 'change'}
              onChange={(id) => void change(id)}
              onRegistered={onWalletChanged}
              onClose={() => setOpen(undefined)}
            />
          ) : (
            <button type="button" className="button button--quiet button--small" onClick={() => setOpen('card')}>
              {words.change}
            </button>
          )}
          <button type="button" className="link-button" onClick={() => setOpen('cancel')}>
            {words.cancel}
          </button>
        </section>
      </div>
      <ConfirmDialog
        open={open === 'cancel'}
        title={words.cancelTitle}
        confirm={words.cancel}
        busy={doing === 'cancel' ? words.canceling : undefined}
        danger
        onConfirm={() => void act('cancel', cancelSubscription).then((next) => next && setOpen(undefined))}
        onClose={() => setOpen(undefined)}
      >
        <p>{words.cancelText}</p>
      </ConfirmDialog>
    </>
  )
}
