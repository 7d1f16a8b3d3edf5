import type { OrderLine } from '../../shared/shop-api.ts'
import { useProducts } from '../api/use-products.ts'
import type { Resource } from '../api/use-resource.ts'
import { useCart } from './cart-store.ts'

interface CartLines {
  readonly lines: readonly OrderLine[]
  readonly total: number
}

/** The cart with names and prices of today. Products that are gone or sold out are left out. */
export function useCartLines(): Resource<CartLines> & { reload: () => void } {
  const { lines: wanted } = useCart()
  const products = useProducts()
  // An empty cart needs no catalog.
  if (wanted.length === 0) return { status: 'ready', data: { lines: [], total: 0 }, reload: products.reload }
  if (products.status !== 'ready') return products

  const lines = wanted.flatMap(({ productId, quantity }): OrderLine[] => {
    const product = products.data.find((one) => one.id === productId)
    if (!product || product.soldOut) return []
    return [
      { productId, quantity, name: product.name, art: product.art, price: product.price, currency: product.currency },
    ]
  })
  const total = lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  return { status: 'ready', data: { lines, total }, reload: products.reload }
}
