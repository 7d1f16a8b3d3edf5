import { useState } from 'react'
import type { Wallet } from '../../shared/cards-api.ts'
import type { Subscription } from '../../shared/subscription-api.ts'
import { cancelSubscription, changeCard, chargeMonth } from '../api/subscription-client.ts'
import { ConfirmDialog } from '../components/confirm-dialog.tsx'
import { Notice } from '../components/notice.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'
import { ChargeHistory } from './charge-history.tsx'
import { ChargeTrouble } from './charge-trouble.tsx'
import { DemoCharge } from './demo-charge.tsx'
import { Terms } from './terms.tsx'
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
  const { month } = useFormat()
  const [told, setTold] = useState<string>()
  const [open, setOpen] = useState<'card' | 'cancel'>()

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
        <Terms
          price={price}
          subscription={subscription}
          wallet={wallet}
          changing={open === 'card'}
          busy={doing === 'change'}
          onChange={(id) => void change(id)}
          onOpen={setOpen}
          onWalletChanged={onWalletChanged}
        />
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
