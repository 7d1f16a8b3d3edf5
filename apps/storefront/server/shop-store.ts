import { defaultCardStore, type DefaultCardStore } from './cards/default-card-store.ts'
import { orderStore, type OrderStore } from './orders/order-store.ts'
import { openShopDatabase } from './shop-database.ts'
import type { ShownPayment } from './slip.ts'
import { subscriptionStore, type SubscriptionStore } from './subscription/subscription-store.ts'

/** What the shop remembers. The companion keeps its own ledger; the two meet in `loadOrder` and `onSettled`. */
export interface ShopStore {
  readonly orders: OrderStore
  readonly defaultCards: DefaultCardStore
  readonly subscriptions: SubscriptionStore
  readonly ping: () => void
  readonly close: () => void
}

/** @param shown changes what the pages are told of a payment; by default nothing */
export function openShopStore(path: string, shown: ShownPayment = (payment) => payment): ShopStore {
  const db = openShopDatabase(path)
  return {
    orders: orderStore(db, shown),
    defaultCards: defaultCardStore(db),
    subscriptions: subscriptionStore(db, shown),
    ping: () => void db.prepare('SELECT 1').get(),
    close: () => db.close(),
  }
}
