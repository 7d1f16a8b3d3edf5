import { Link } from 'react-router'
import type { OrderLine } from '../../shared/shop-api.ts'
import { Art } from '../art/art.tsx'
import { Icon } from '../art/icons.tsx'
import { setQuantity } from '../cart/cart-store.ts'
import { useCartLines } from '../cart/use-cart-lines.ts'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { StatePage } from '../components/state-page.tsx'
import { Stepper } from '../components/stepper.tsx'
import { Summary } from '../components/summary.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText, useWords } from '../i18n/locale.tsx'

export function CartPage() {
  const { cart: words } = useWords()
  const cart = useCartLines()
  if (cart.status === 'failed') return <LoadFailed onRetry={cart.reload} />
  if (cart.status === 'ready' && cart.data.lines.length === 0) {
    return (
      <StatePage art="bag" title={words.empty} text={words.emptyText}>
        <Link className="button" to="/">
          {words.browse}
        </Link>
      </StatePage>
    )
  }

  return (
    <>
      <PageTitle tab={words.title}>{words.title}</PageTitle>
      {cart.status === 'loading' ? (
        <>
          <LoadingNote />
          <Skeleton lines={['100%', '80%', '60%']} />
        </>
      ) : (
        <div className="columns">
          <ul className="cart">
            {cart.data.lines.map((line) => (
              <CartRow key={line.productId} line={line} />
            ))}
          </ul>
          <Summary {...cart.data} goods={false}>
            <Link className="button button--wide" to="/checkout">
              {words.checkout}
            </Link>
          </Summary>
        </div>
      )}
    </>
  )
}

function CartRow({ line }: { readonly line: OrderLine }) {
  const { cart: words } = useWords()
  const { money } = useFormat()
  const name = useText()(line.name)
  return (
    <li className="cart__row">
      <Art name={line.art} />
      <div className="cart__name">
        <Link to={`/products/${line.productId}`}>{name}</Link>
        <span>{money(line.price, line.currency)}</span>
      </div>
      <Stepper
        label={words.quantityOf(name)}
        value={line.quantity}
        onChange={(value) => setQuantity(line.productId, value)}
      />
      <strong className="cart__sum">{money(line.price * line.quantity, line.currency)}</strong>
      <button
        type="button"
        className="tool cart__remove"
        aria-label={words.removeOf(name)}
        onClick={() => setQuantity(line.productId, 0)}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
