import { Link } from 'react-router'
import type { Product } from '../../shared/shop-api.ts'
import { Art } from '../art/art.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText, useWords } from '../i18n/locale.tsx'
import { Skeleton } from './skeleton.tsx'

export function ProductCard({ product }: { readonly product: Product }) {
  const { products } = useWords()
  const { money } = useFormat()
  const text = useText()
  const badge = product.soldOut ? products.soldOut : product.badge && text(product.badge)

  return (
    <li className="card" data-sold-out={product.soldOut === true}>
      <Art name={product.art} />
      {badge && <span className="badge">{badge}</span>}
      <h3 className="card__name">
        {/* The link covers the card, but its name is the product's alone. */}
        <Link to={`/products/${product.id}`}>{text(product.name)}</Link>
      </h3>
      <p className="card__price">{money(product.price, product.currency)}</p>
      <p className="card__tagline">{text(product.tagline)}</p>
    </li>
  )
}

export function ProductCardSkeleton() {
  return (
    <li className="card" aria-hidden="true">
      <span className="art art--empty" />
      <Skeleton lines={['60%', '90%', '35%']} />
    </li>
  )
}
