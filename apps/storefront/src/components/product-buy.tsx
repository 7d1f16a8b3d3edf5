import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Product } from '../../shared/shop-api.ts'
import { Icon } from '../art/icons.tsx'
import { addToCart } from '../cart/cart-store.ts'
import { useFormat } from '../i18n/format.ts'
import { useWords } from '../i18n/locale.tsx'
import { Stepper } from './stepper.tsx'

export function ProductBuy({ product }: { readonly product: Product }) {
  const { products: words, common } = useWords()
  const { money } = useFormat()
  const navigate = useNavigate()
  const [quantity, setQuantity] = useState(1)
  const [added, setAdded] = useState(false)

  if (product.soldOut) {
    return (
      <div className="buy">
        <p className="buy__sold-out">{words.soldOutNote}</p>
      </div>
    )
  }
  const add = () => addToCart(product.id, quantity, product.currency)
  return (
    <div className="buy">
      <div className="buy__quantity">
        <Stepper label={common.quantity} value={quantity} onChange={setQuantity} />
        <strong>{money(product.price * quantity, product.currency)}</strong>
      </div>
      <div className="buy__actions">
        <button
          type="button"
          className="button button--quiet"
          onClick={() => {
            add()
            setAdded(true)
          }}
        >
          {words.add}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            add()
            void navigate('/checkout')
          }}
        >
          {words.buyNow}
        </button>
      </div>
      {/* Always there, so that the announcement is heard and nothing moves. */}
      <output className="buy__note">
        {added && (
          <>
            <Icon name="check" /> {words.added} <Link to="/cart">{words.toCart}</Link>
          </>
        )}
      </output>
    </div>
  )
}
