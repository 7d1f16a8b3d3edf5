import { expect, it } from 'vitest'

it('can be imported and asked for a snapshot on a server', async () => {
  expect(typeof window).toBe('undefined')
  const { createCheckoutReturn, sharedCheckout } = await import('./index.ts')
  const options = { orderId: 'A-1' }
  expect(sharedCheckout(options).getServerSnapshot()).toEqual({ status: 'idle', orderId: 'A-1', method: 'app-card' })
  expect(sharedCheckout(options), 'requests share nothing').not.toBe(sharedCheckout(options))
  expect(createCheckoutReturn({ checkoutId: 'co_1' }).getSnapshot()).toEqual({ status: 'loading' })
})
