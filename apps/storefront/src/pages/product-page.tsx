import { Link, useParams } from 'react-router'
import { useProducts } from '../api/use-products.ts'
import { Art } from '../art/art.tsx'
import { Icon } from '../art/icons.tsx'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { ProductBuy } from '../components/product-buy.tsx'
import { LoadingNote, Skeleton } from '../components/skeleton.tsx'
import { StatePage } from '../components/state-page.tsx'
import { useFormat } from '../i18n/format.ts'
import { useText, useWords } from '../i18n/locale.tsx'

export function ProductPage() {
  const { id } = useParams()
  const { products: words } = useWords()
  const { money } = useFormat()
  const text = useText()
  const products = useProducts()

  if (products.status === 'failed') return <LoadFailed onRetry={products.reload} />
  if (products.status === 'loading') return <ProductSkeleton />
  const product = products.data.find((one) => one.id === id)
  if (!product) {
    return (
      <StatePage art="lost" title={words.missing} text={words.missingText}>
        <Link className="button" to="/">
          {words.back}
        </Link>
      </StatePage>
    )
  }

  return (
    <article className="product">
      <Link className="back" to="/">
        <Icon name="back" />
        {words.back}
      </Link>
      <div className="product__art">
        <Art name={product.art} />
      </div>
      <div className="product__words">
        {(product.soldOut || product.badge) && (
          <span className="badge badge--inline">
            {product.soldOut ? words.soldOut : product.badge && text(product.badge)}
          </span>
        )}
        <PageTitle tab={text(product.name)}>{text(product.name)}</PageTitle>
        <p className="product__tagline">{text(product.tagline)}</p>
        <p className="product__price">{money(product.price, product.currency)}</p>
        <p className="product__description">{text(product.description)}</p>
        <ProductBuy key={product.id} product={product} />
        <h2 className="product__spec-title">{words.spec}</h2>
        <dl className="spec">
          {product.details.map(({ label, value }) => (
            <div key={label.en}>
              <dt>{text(label)}</dt>
              <dd>{text(value)}</dd>
            </div>
          ))}
        </dl>
      </div>
    </article>
  )
}

function ProductSkeleton() {
  return (
    <div className="product">
      <LoadingNote />
      <span className="back" aria-hidden="true" />
      <div className="product__art">
        <span className="art art--empty" />
      </div>
      <div className="product__words">
        <Skeleton lines={['70%', '50%', '30%', '100%', '100%', '80%']} />
      </div>
    </div>
  )
}
