import type { Product } from '../../shared/shop-api.ts'
import { fetchProducts } from './shop-client.ts'
import { useResource, type Resource } from './use-resource.ts'

/** The catalog is asked for once per visit; a failure is not remembered. */
let catalog: Promise<Product[]> | undefined

function loadProducts(): Promise<Product[]> {
  catalog ??= fetchProducts().catch((error: unknown) => {
    catalog = undefined
    throw error
  })
  return catalog
}

export function useProducts(): Resource<Product[]> & { reload: () => void } {
  return useResource('products', loadProducts)
}
