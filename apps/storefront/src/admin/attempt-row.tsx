import type { AttemptSummary } from '@payple-kit/server'
import { Link } from 'react-router'
import { useFormat } from '../i18n/format.ts'
import { useMethodName } from '../orders/method-name.ts'
import { useGoodsName } from './use-goods-name.ts'
import { useAdminWords, wordOf } from './use-admin-words.ts'

export function AttemptRow({ attempt }: { readonly attempt: AttemptSummary }) {
  const words = useAdminWords()
  const { money, time } = useFormat()
  const goodsName = useGoodsName()
  const method = useMethodName(attempt.method)
  const { orderId, state, goods, amount, currency, refunded } = attempt
  const createdAt = new Date(attempt.createdAt).toISOString()
  return (
    <li className="attempts__row">
      <span className="state" data-state={state}>
        {wordOf(words.state, state)}
      </span>
      <div className="attempts__what">
        <h2>
          <Link to={`/admin/payments/${encodeURIComponent(orderId)}`} aria-label={words.openPayment(orderId)}>
            <span className="mono">{orderId}</span>
          </Link>
        </h2>
        <p>
          <span>{goodsName(goods)}</span>
          <span>{method ?? attempt.method}</span>
          <time dateTime={createdAt}>{time(createdAt)}</time>
        </p>
      </div>
      <p className="orders__sum">
        {amount > 0 && <strong>{money(amount, currency)}</strong>}
        {refunded > 0 && <small>{words.refundedSum(money(refunded, currency))}</small>}
      </p>
    </li>
  )
}
