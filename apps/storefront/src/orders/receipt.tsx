import type { Order } from '../../shared/shop-api.ts'
import { Icon } from '../art/icons.tsx'
import { SummaryGoods } from '../components/summary.tsx'
import { formatPhone, useFormat } from '../i18n/format.ts'
import { useInstitutionName } from '../i18n/institution-name.ts'
import { useWords } from '../i18n/locale.tsx'
import { useMethodName } from './method-name.ts'

/** The paper one could hand over: what, how much, with which card. Print shows this and nothing else. */
export function Receipt({ order }: { readonly order: Order }) {
  const { paid, pay, orders, summary } = useWords()
  const { money, time } = useFormat()
  const issuer = useInstitutionName()
  const { payment } = order
  const method = useMethodName(payment?.method)
  const refunded = payment?.refunded ?? 0

  return (
    <section className="receipt" aria-labelledby="receipt-title">
      <h2 id="receipt-title">{payment ? paid.receipt : orders.detailTitle}</h2>
      <dl className="facts">
        <Fact name={pay.orderNumber} value={order.id} mono />
        <Fact name={orders.orderedAt} value={time(order.createdAt)} />
        {payment && <Fact name={paid.paidAt} value={time(payment.paidAt)} />}
        {payment?.card && (
          <Fact name={paid.card} value={`${issuer(payment.card.name)} ${payment.card.number}`.trim()} />
        )}
        {payment?.bank && <Fact name={paid.bank} value={`${issuer(payment.bank.name)} ${payment.bank.number}`} />}
        {method && <Fact name={paid.methodLabel} value={method} />}
        {payment && <Fact name={paid.oid} value={payment.oid} mono />}
        <Fact name={paid.buyer} value={`${order.buyer.name} · ${formatPhone(order.buyer.phone)}`} />
      </dl>
      <h3 className="visually-hidden">{orders.goods}</h3>
      <SummaryGoods lines={order.lines} />
      <p className="receipt__total">
        <span>
          {paid.amount} {order.currency !== 'USD' && <small>{summary.vat}</small>}
        </span>
        <strong>{money(payment?.amount ?? order.total, order.currency)}</strong>
      </p>
      {refunded > 0 && (
        <dl className="receipt__refund">
          <Fact name={paid.refunded} value={`−${money(refunded, order.currency)}`} />
          <Fact name={paid.left} value={money((payment?.amount ?? 0) - refunded, order.currency)} />
        </dl>
      )}
      {payment && (
        <ReceiptActions receiptUrl={payment.receiptUrl} slip={payment.bank ? paid.transferSlip : paid.slip} />
      )}
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

interface ReceiptActionsProps {
  readonly receiptUrl: string | undefined
  readonly slip: string
}

function ReceiptActions({ receiptUrl, slip }: ReceiptActionsProps) {
  const { paid, common } = useWords()
  return (
    <div className="receipt__actions">
      {receiptUrl && (
        <a className="button button--quiet button--small" href={receiptUrl} target="_blank" rel="noopener noreferrer">
          <Icon name="external" />
          {slip} <span className="visually-hidden">({common.newTab})</span>
        </a>
      )}
      <button type="button" className="button button--quiet button--small" onClick={() => window.print()}>
        <Icon name="print" />
        {paid.print}
      </button>
    </div>
  )
}
