import { DECLINED_CARD } from '../../testing/buyer.ts'
import { testShop } from '../../testing/test-shop.ts'
import type { TestShop } from '../../testing/test-shop.ts'

/** A shop with one order of each fate. */
export interface BusyShop {
  readonly shop: TestShop
  readonly checkout: { readonly paid: string; readonly declined: string; readonly doubtful: string }
}

/** Orders `paid`, `declined` and `doubtful`; the last was charged, which no lookup is going to tell. */
export async function busyShop(): Promise<BusyShop> {
  const shop = testShop()
  const pay = async (orderId: string, card?: string): Promise<string> => {
    const { checkoutId, window } = await shop.window(orderId)
    await shop.result(checkoutId, (await shop.buyer.pay(window, card)).result)
    return checkoutId
  }
  shop.orders.set('paid', { goods: '휴대폰 케이스와 보호 필름 세트', total: 123_000, currency: 'KRW' })
  const paid = await pay('paid')
  const declined = await pay('declined', DECLINED_CARD)
  shop.sandbox.control.fault({ operation: 'confirm', effect: { type: 'status', status: 500 } })
  const doubtful = await pay('doubtful')
  return { shop, checkout: { paid, declined, doubtful } }
}
