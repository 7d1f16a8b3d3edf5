import type { ReactNode } from 'react'
import type { OrderLine } from '../../shared/shop-api.ts'
import { Art } from '../art/art.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText, useWords } from '../i18n/locale.tsx'

interface SummaryProps {
  readonly lines: readonly OrderLine[]
  readonly total: number
  /** Show the goods, not only the sums. */
  readonly goods?: boolean
  readonly children?: ReactNode
}

/** Sums beside cart and checkout. */
export function Summary({ lines, total, goods = true, children }: SummaryProps) {
  const { summary } = useWords()
  const { money } = useFormat()
  return (
    <section className="summary" aria-labelledby="summary-title">
      <h2 id="summary-title">{summary.title}</h2>
      {goods && <SummaryGoods lines={lines} />}
      <dl className="sums">
        <div>
          <dt>{summary.goods}</dt>
          <dd>{money(total, lines[0]?.currency)}</dd>
        </div>
        <div>
          <dt>{summary.pickup}</dt>
          <dd>{summary.atShop}</dd>
        </div>
        <div className="sums__total">
          <dt>
            {summary.total} {lines[0]?.currency !== 'USD' && <small>{summary.vat}</small>}
          </dt>
          <dd>{money(total, lines[0]?.currency)}</dd>
        </div>
      </dl>
      {children}
    </section>
  )
}

export function SummaryGoods({ lines }: { readonly lines: readonly OrderLine[] }) {
  const { common } = useWords()
  const { money } = useFormat()
  const text = useText()
  return (
    <ul className="goods">
      {lines.map((line) => (
        <li key={line.productId}>
          <Art name={line.art} />
          <span className="goods__name">
            {text(line.name)} <small>{common.pieces(line.quantity)}</small>
          </span>
          <span className="goods__price">{money(line.price * line.quantity, line.currency)}</span>
        </li>
      ))}
    </ul>
  )
}
