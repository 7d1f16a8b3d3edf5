import type { NewOrder, Order, Product, ShopErrorBody } from '../../shared/shop-api.ts'

/** An answer of the shop's server that is not the one we asked for. */
export class ShopRequestError extends Error {
  override readonly name = 'ShopRequestError'
  readonly status: number
  readonly code: string
  readonly field: string | undefined

  constructor(status: number, body?: ShopErrorBody) {
    super(body?.error.message ?? `The shop answered ${status}.`)
    this.status = status
    this.code = body?.error.code ?? 'UNREADABLE'
    this.field = body?.error.field
  }
}

export function fetchProducts(): Promise<Product[]> {
  return request('/api/products', {})
}

export function fetchOrders(_key: string, signal: AbortSignal): Promise<Order[]> {
  return request('/api/orders', { signal })
}

export function fetchOrder(id: string, signal: AbortSignal): Promise<Order> {
  return request(`/api/orders/${encodeURIComponent(id)}`, { signal })
}

export function createOrder(order: NewOrder): Promise<Order> {
  return request('/api/orders', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  })
}

async function request<T>(
  path: string,
  init: Omit<RequestInit, 'signal'> & { signal?: AbortSignal | undefined },
): Promise<T> {
  const { signal, ...rest } = init
  const response = await fetch(path, { ...rest, signal: signal ?? null })
  const body: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ShopRequestError(response.status, body as ShopErrorBody | undefined)
  return body as T
}
