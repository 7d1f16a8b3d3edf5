import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { PAID } from '../../browser/src/testing/fake-companion.ts'
import { settled } from '../../browser/src/testing/settled.ts'
import { PaypleProvider } from './payple-provider.tsx'
import { createShop } from './testing/shop.tsx'
import { usePaymentReturn, type PaymentReturn } from './use-payment-return.ts'

const shop = createShop()
afterEach(() => history.replaceState(null, '', '/'))

async function land(query: string, param?: string): Promise<() => PaymentReturn> {
  history.replaceState(null, '', `/done${query}`)
  const { result } = renderHook(() => usePaymentReturn({ param }), { wrapper: PaypleProvider })
  await act(settled)
  return () => result.current
}

it('follows the checkout of the address', async () => {
  shop.companion.answer('view', { checkoutId: 'co_1', orderId: 'A-1', outcome: PAID })
  const now = await land('?checkout=co_1')
  expect(now()).toMatchObject({ status: 'paid', orderId: 'A-1', outcome: PAID })
  expect(shop.companion.seen).toMatchObject([{ method: 'GET', path: '/payple/checkouts/co_1' }])
})

it('only looks: a reload is the same request again', async () => {
  shop.companion.answer('view', { checkoutId: 'co_1', orderId: 'A-1', outcome: PAID })
  await land('?checkout=co_1')
  await land('?checkout=co_1')
  expect(shop.companion.seen.every(({ method }) => method === 'GET')).toBe(true)
})

it('settling, until refresh brings news', async () => {
  const now = await land('?checkout=co_1')
  expect(now().status).toBe('settling')
  shop.companion.answer('view', { checkoutId: 'co_1', orderId: 'A-1', outcome: PAID })
  await act(() => now().refresh())
  expect(now().status).toBe('paid')
})

it('another parameter', async () => {
  await land('?co=co_7', 'co')
  expect(shop.companion.seen[0]?.path).toBe('/payple/checkouts/co_7')
})

it('no parameter: missing', async () => {
  const now = await land('')
  expect(now().status).toBe('missing')
  await expect(now().refresh()).resolves.toBeUndefined()
  expect(shop.companion.seen).toHaveLength(0)
})
