import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createCheckoutReturn, type CheckoutReturn } from './checkout-return.ts'
import { createFakeCompanion, PAID, refusal, type FakeCompanion } from './testing/fake-companion.ts'
import { settled } from './testing/settled.ts'

let companion: FakeCompanion
beforeEach(() => {
  vi.useFakeTimers()
  companion = createFakeCompanion()
})
afterEach(() => {
  vi.useRealTimers()
})

const create = (checkoutId = 'co_1'): CheckoutReturn =>
  createCheckoutReturn({ checkoutId, world: { fetch: companion.fetch } })
const doubt = { checkoutId: 'co_1', orderId: 'A-1', outcome: { status: 'unknown', checkoutId: 'co_1' } }

it('tells what the companion knows, and then asks no more', async () => {
  companion.answer('view', { checkoutId: 'co_1', orderId: 'A-1', outcome: PAID })
  const it = create()
  it.subscribe(() => {})
  expect(it.getSnapshot()).toEqual({ status: 'loading' })
  await settled()
  expect(it.getSnapshot()).toEqual({ status: 'paid', orderId: 'A-1', outcome: PAID })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(companion.to('view')).toHaveLength(1)
})

it('settling, unknown after 19 seconds, and paid whenever it is known', async () => {
  companion.answer('view', doubt)
  const it = create()
  it.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(18_999)
  expect(it.getSnapshot().status).toBe('settling')
  await vi.advanceTimersByTimeAsync(1)
  expect(it.getSnapshot().status).toBe('unknown')
  companion.answer('view', { ...doubt, outcome: PAID })
  await vi.advanceTimersByTimeAsync(15_000)
  expect(it.getSnapshot().status).toBe('paid')
})

it('waits for a network that is away', async () => {
  companion.answer('view', new TypeError('Failed to fetch'))
  const it = create()
  it.subscribe(() => {})
  await settled()
  expect(it.getSnapshot().status).toBe('settling')
})

it('an id nobody knows is missing', async () => {
  companion.answer('view', refusal('CHECKOUT_NOT_FOUND'))
  const it = create()
  it.subscribe(() => {})
  await settled()
  expect(it.getSnapshot()).toEqual({ status: 'missing' })
})

it('an id from the address stays inside its route', () => {
  create('../../admin?x=').subscribe(() => {})
  expect(companion.seen[0]?.path).toBe('/payple/checkouts/..%2F..%2Fadmin%3Fx%3D')
})

it('refresh asks now', async () => {
  companion.answer('view', doubt)
  const it = create()
  it.subscribe(() => {})
  await settled()
  companion.answer('view', { ...doubt, outcome: PAID })
  await it.refresh()
  expect(it.getSnapshot().status).toBe('paid')
})

it('nobody looking, nobody asking', async () => {
  companion.answer('view', doubt)
  const it = create()
  const leave = it.subscribe(() => {})
  await settled()
  leave()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(companion.to('view')).toHaveLength(1)
})
