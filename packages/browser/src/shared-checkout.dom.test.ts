import { afterEach, beforeEach, expect, it } from 'vitest'
import { sharedCheckout } from './shared-checkout.ts'
import { createFakeCompanion, PAID } from './testing/fake-companion.ts'
import { installFakePayple, removeFakePayple, type FakePayple } from './testing/fake-payple.ts'
import { settled } from './testing/settled.ts'

let payple: FakePayple
let order = 0
beforeEach(() => {
  payple = installFakePayple()
  order++
})
afterEach(removeFakePayple)

it('one checkout for one order, method and companion', () => {
  const options = { orderId: `A-${order}`, method: 'card' } as const
  expect(sharedCheckout(options)).toBe(sharedCheckout({ ...options }))
  expect(sharedCheckout(options)).not.toBe(sharedCheckout({ ...options, method: 'app-card' }))
  expect(sharedCheckout(options)).not.toBe(sharedCheckout({ ...options, orderId: 'B' }))
  expect(sharedCheckout(options)).not.toBe(sharedCheckout({ ...options, companion: '/pay' }))
})

it('a remount while the window is open gets the same attempt', async () => {
  const { fetch } = createFakeCompanion()
  const get = (): ReturnType<typeof sharedCheckout> => sharedCheckout({ orderId: `A-${order}`, world: { fetch } })
  const first = get()
  const leave = first.subscribe(() => {})
  await first.prepare()
  const outcome = first.start()
  leave()
  const second = get()
  second.subscribe(() => {})
  expect(second.getSnapshot().status).toBe('open')
  expect(second.start()).toBe(outcome)
  await settled()
  payple.answer()
  await expect(outcome).resolves.toEqual(PAID)
  expect(second.getSnapshot().status).toBe('paid')
})

it('whoever comes to an empty page gets today’s amount', async () => {
  const companion = createFakeCompanion()
  const checkout = sharedCheckout({ orderId: `A-${order}`, world: { fetch: companion.fetch } })
  const leave = checkout.subscribe(() => {})
  await checkout.prepare()
  leave()
  expect(checkout.getSnapshot().status).toBe('idle')
  checkout.subscribe(() => {})
  await checkout.prepare()
  expect(companion.to('prepare')).toHaveLength(2)
})
