import type { AttemptSummary } from '@payple-kit/server'
import type { Payment } from '@payple-kit/core'
import { useState } from 'react'
import { Notice } from '../components/notice.tsx'
import { useFormat } from '../i18n/format.ts'
import { useInstitutionName } from '../i18n/institution-name.ts'
import { useMethodName } from '../orders/method-name.ts'
import { lookUp } from './admin-client.ts'
import { useGoodsName } from './use-goods-name.ts'
import { useAdminWords } from './use-admin-words.ts'

interface PaymentFactsProps {
  readonly attempt: AttemptSummary
  readonly payment: Payment | null
  readonly onChanged: () => void
}

/** What is known about the payment, and the button that asks Payple. */
export function PaymentFacts({ attempt, payment, onChanged }: PaymentFactsProps) {
  const words = useAdminWords()
  const { money, time } = useFormat()
  const won = (amount: number) => money(amount, attempt.currency)
  const issuer = useInstitutionName()
  const goods = useGoodsName()(attempt.goods)
  const method = useMethodName(attempt.method)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<string>()
  const printed = payment?.card ?? payment?.bank
  const refunded = payment?.refunded ?? 0

  const ask = async () => {
    setAsking(true)
    const found = await lookUp(attempt.orderId).catch(() => undefined)
    setAsking(false)
    if (!found) return setSaid(words.lookupTrouble)
    const { gateway } = found
    if (gateway.status !== 'paid') setSaid(words.lookupNothing)
    else setSaid(gateway.refunded === undefined ? words.lookupShown : words.lookupPaid(won(gateway.refunded)))
    onChanged()
  }

  return (
    <section className="panel admin-facts" aria-label={goods}>
      <h2>{goods}</h2>
      <dl className="facts">
        <Fact name={words.amount} value={won(attempt.amount)} />
        {payment && <Fact name={words.refunded} value={won(refunded)} />}
        {payment && <Fact name={words.left} value={won(payment.amount - refunded)} />}
        {payment && <Fact name={words.paidAt} value={time(payment.paidAt)} />}
        <Fact
          name={words.method}
          value={[method ?? attempt.method, printed && issuer(printed.name), printed?.number].filter(Boolean).join(' ')}
        />
        <Fact name={words.oid} value={attempt.oid} mono />
      </dl>
      <button
        type="button"
        className="button button--quiet button--small"
        aria-disabled={asking}
        onClick={asking ? undefined : () => void ask()}
      >
        {asking ? words.lookingUp : words.lookup}
      </button>
      <output className="told">{said && <Notice>{said}</Notice>}</output>
    </section>
  )
}

function Fact({
  name,
  value,
  mono = false,
}: {
  readonly name: string
  readonly value: string
  readonly mono?: boolean
}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={mono ? 'mono' : undefined}>{value}</dd>
    </div>
  )
}
