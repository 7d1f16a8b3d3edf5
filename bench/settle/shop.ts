/** A shop with a companion over a given ledger, and a buyer who pays as Payple's script would report it. */
import type { CheckoutOutcome, PreparedCheckout } from '@payple-kit/core'
import { createPayple } from '@payple-kit/server'
import type { Ledger, Payple } from '@payple-kit/server'

import { MERCHANT, SHOP } from '../merchant.ts'
import { createFakeGateway, GATEWAY, TOTAL, windowResult } from './gateway.ts'
import type { FakeGateway } from './gateway.ts'

export interface BenchShop {
  readonly payple: Payple
  readonly gateway: FakeGateway
  /** Pays one new order. Milliseconds of the whole, and of the settling alone: from the window's result to "paid". */
  pay(expected: CheckoutOutcome['status']): Promise<{ readonly payment: number; readonly settle: number }>
}

export function benchShop(ledger: Ledger): BenchShop {
  const gateway = createFakeGateway()
  const payple = createPayple({
    environment: { sandbox: GATEWAY },
    origin: SHOP,
    domestic: MERCHANT,
    ledger,
    loadOrder: () => ({ goods: '휴대폰', total: TOTAL, currency: 'KRW', payer: { memberNo: 7, name: '홍길동' } }),
    // A shop that takes every message at once: delivering it is part of a payment.
    onSettled: () => undefined,
    webhooks: { secret: 'bench-webhook-secret' },
    log: () => undefined,
    fetch: gateway.fetch,
  })
  const run = Date.now().toString(36)
  let orders = 0

  async function post<Answer>(path: string, body: object): Promise<Answer> {
    const request = new Request(`${SHOP}/payple/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: SHOP },
      body: JSON.stringify(body),
    })
    return (await payple.fetch(request)).json() as Promise<Answer>
  }

  return {
    payple,
    gateway,
    pay: async (expected) => {
      orders += 1
      const start = performance.now()
      const order = { orderId: `bench-${run}-${orders}`, method: 'card', display: 'callback' }
      const prepared = await post<PreparedCheckout>('checkouts', order)
      if (prepared.kind !== 'window') throw new Error(`no window: ${JSON.stringify(prepared)}`)
      const paying = performance.now()
      const outcome = await post<CheckoutOutcome>(`checkouts/${prepared.checkoutId}/result`, {
        result: windowResult(prepared.oid),
      })
      if (outcome.status !== expected) throw new Error(`not ${expected}: ${JSON.stringify(outcome)}`)
      const end = performance.now()
      return { payment: end - start, settle: end - paying }
    },
  }
}
