import { useProducts } from '../api/use-products.ts'
import { HeroArt } from '../art/hero-art.tsx'
import { LoadFailed } from '../components/load-failed.tsx'
import { PageTitle } from '../components/page-title.tsx'
import { LoadingNote } from '../components/skeleton.tsx'
import { useWords } from '../i18n/locale.tsx'
import { SubscriptionBanner } from '../subscription/banner.tsx'
import { ProductCard, ProductCardSkeleton } from '../components/product-card.tsx'

/** As many grey cards as there are products, so that nothing below moves. */
const SKELETONS = Array.from({ length: 8 }, (_, index) => index)

export function HomePage() {
  const { shop, products: words } = useWords()
  const products = useProducts()
  if (products.status === 'failed') return <LoadFailed onRetry={products.reload} />

  return (
    <>
      <section className="hero">
        <div className="hero__words">
          <PageTitle tab={shop.name}>
            {shop.motto.map((line) => (
              <span key={line} className="hero__line">
                {line}{' '}
              </span>
            ))}
          </PageTitle>
          <p>{shop.intro}</p>
        </div>
        <HeroArt />
      </section>
      <section aria-labelledby="products-title">
        <div className="section-head">
          <h2 id="products-title">{words.heading}</h2>
          <span className="section-head__count">
            {words.count(products.status === 'ready' ? products.data.length : SKELETONS.length)}
          </span>
        </div>
        {products.status === 'loading' && <LoadingNote />}
        <ul className="grid">
          {products.status === 'ready'
            ? products.data.map((product) => <ProductCard key={product.id} product={product} />)
            : SKELETONS.map((index) => <ProductCardSkeleton key={index} />)}
        </ul>
      </section>
      <SubscriptionBanner />
    </>
  )
}
