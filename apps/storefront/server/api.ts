import type { Payple } from '@payple-kit/server'
import { Hono } from 'hono'
import type { AdminSessions } from './admin/admin-sessions.ts'
import { countAttempts } from './admin/attempts.ts'
import { doubtsApi } from './admin/doubts-api.ts'
import { loginApi } from './admin/login-api.ts'
import { cardsApi } from './cards/cards-api.ts'
import { chargeApi } from './cards/charge-api.ts'
import { savedCards } from './cards/saved-cards.ts'
import { cashReceiptApi } from './orders/cash-receipt-api.ts'
import { withProgress } from './orders/order-progress.ts'
import { ordersApi } from './orders/orders-api.ts'
import { refuse } from './read-json.ts'
import type { ShopStore } from './shop-store.ts'
import { subscriptionApi } from './subscription/subscription-api.ts'

export interface ApiOptions {
  readonly store: ShopStore
  readonly payple: Payple
  readonly admins: AdminSessions
  readonly adminPassword: string | undefined
  /** Cookies for https only. */
  readonly secure: boolean
  readonly clock: () => number
}

/** The shop's own JSON routes, below `/api`. */
export function shopApi({ store, payple, admins, adminPassword, secure, clock }: ApiOptions): Hono {
  const { orders, defaultCards: defaults, subscriptions } = store
  const { billingKeys, payments, receipts, attention } = payple
  const cards = savedCards(billingKeys, defaults)
  const api = new Hono()

  api.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  api.route('/', ordersApi({ orders, secure, withProgress: (order) => withProgress(payments, order) }))
  api.route('/', cardsApi({ cards, billingKeys, defaults, secure }))
  api.route('/', cashReceiptApi({ orders, receipts }))
  api.route('/', chargeApi({ orders, cards, billingKeys }))
  api.route('/subscription', subscriptionApi({ store: subscriptions, charge: billingKeys.charge, cards, clock }))
  api.route('/admin', loginApi({ password: adminPassword, admins, attempts: countAttempts(clock), secure }))
  api.route('/admin', doubtsApi({ attention, payments, admins }))
  api.all('*', () => refuse(404, 'ROUTE_NOT_FOUND', 'There is no such route.'))
  return api
}
