import type { ReceiptRequest, ReceiptResult } from '../../shared/cash-receipt.ts'
import type { NewOrder, Order, OrderPage, Product } from '../../shared/shop-api.ts'
import { get, send } from './request.ts'
import type { Page } from './use-pages.ts'

export function fetchProducts(): Promise<Product[]> {
  return get('/api/products')
}

export async function fetchOrders(
  _key: string,
  before: number | undefined,
  signal?: AbortSignal,
): Promise<Page<Order>> {
  const { orders, next } = await get<OrderPage>(`/api/orders${before === undefined ? '' : `?before=${before}`}`, signal)
  return { items: orders, next }
}

export function fetchOrder(id: string, signal: AbortSignal): Promise<Order> {
  return get(`/api/orders/${encodeURIComponent(id)}`, signal)
}

export function createOrder(order: NewOrder): Promise<Order> {
  return send('POST', '/api/orders', order)
}

export function requestCashReceipt(id: string, request: ReceiptRequest): Promise<ReceiptResult> {
  return send('POST', `/api/orders/${encodeURIComponent(id)}/cash-receipt`, request)
}
