import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckoutOutcome } from '@payple-kit/core'
import { createCheckout } from './checkout.ts'
import type { Checkout } from './checkout-types.ts'
import { createFakeCompanion, PAID, refusal, type FakeCompanion } from './testing/fake-companion.ts'
import { settled } from './testing/settled.ts'

/** Fields of the window request as docs/protocol/overseas.md 3.2 names them. */
const REQUEST = {
  service_id: 'demo',
  service_oid: 'oid-1',
  comments: '머그컵',
  totalAmount: '19.90',
  currency: 'USD',
  resultUrl: 'https://shop.test/payple/return/co_1',
  isDirect: '',
}
const opened = { authorization: 'token', payCls: 'demo' }

let companion: FakeCompanion
let script: ReturnType<typeof vi.fn>
let closeLayer: ReturnType<typeof vi.fn>
let stop = (): void => {}

beforeEach(() => {
  vi.useFakeTimers()
  script = vi.fn()
  closeLayer = vi.fn()
  Object.assign(window, { paypleGpayPaymentRequest: script, MainBodyAction: closeLayer })
  // The part is loaded right after the script, once per page.
  vi.resetModules()
  prepareWith({})
})
afterEach(async () => {
  stop()
  dispatchEvent(new PopStateEvent('popstate'))
  await settled()
  for (const name of ['paypleGpayPaymentRequest', 'MainBodyAction']) Reflect.deleteProperty(window, name)
  vi.useRealTimers()
})

function prepareWith(change: Record<string, string>): void {
  const window = { scriptUrl: 'https://payple.test/gpay.js', call: 'paypleGpayPaymentRequest' }
  const order = { amount: 1990, currency: 'USD', price: 'US$19.90' }
  companion = createFakeCompanion({ ...order, window: { ...window, request: { ...REQUEST, ...change } } })
  companion.answer('open', opened)
}

async function ready(): Promise<Checkout> {
  const options = { orderId: 'A-1', method: 'overseas-card' } as const
  const checkout = createCheckout({ ...options, world: { fetch: companion.fetch } })
  stop = checkout.subscribe(() => {})
  await checkout.prepare()
  return checkout
}

const status = (checkout: Checkout): string => checkout.getSnapshot().status
const paidView = { checkoutId: 'co_1', orderId: 'A-1', outcome: PAID }
const framed = (origin: string): boolean =>
  dispatchEvent(new MessageEvent('message', { origin, data: { type: 'payple-kit:return', checkoutId: 'co_1' } }))

/** What the started checkout resolves to. */
let outcome: Promise<CheckoutOutcome>

/** Starts, and waits until the window was asked for. */
async function open(checkout: Checkout): Promise<void> {
  outcome = checkout.start()
  await vi.advanceTimersByTimeAsync(0)
}

describe('opening', () => {
  it('asks for the token on the click, and for nothing of it before', async () => {
    const checkout = await ready()
    expect(checkout.getSnapshot()).toMatchObject({ status: 'ready', amount: 1990, currency: 'USD', price: 'US$19.90' })
    expect(companion.to('open')).toEqual([])
    await open(checkout)
    expect(companion.to('open')).toEqual([{ method: 'POST', path: '/payple/checkouts/co_1/open', body: {} }])
    expect(script).toHaveBeenCalledExactlyOnceWith({ ...REQUEST, Authorization: 'token', payCls: 'demo' })
    expect(status(checkout)).toBe('open')
  })

  it('two clicks open one window with one token', async () => {
    const checkout = await ready()
    void checkout.start()
    void checkout.start()
    await vi.advanceTimersByTimeAsync(0)
    expect([companion.to('open').length, script.mock.calls.length]).toEqual([1, 1])
  })

  it('a refused token opens nothing and says why', async () => {
    companion.answer('open', refusal('AUTH_REFUSED', 502))
    const checkout = await ready()
    await expect(checkout.start()).resolves.toMatchObject({ status: 'failed', error: { code: 'AUTH_REFUSED' } })
    expect(script).not.toHaveBeenCalled()
  })

  it('a companion out of reach opens nothing', async () => {
    companion.answer('open', new TypeError('offline'))
    const checkout = await ready()
    await expect(checkout.start()).resolves.toMatchObject({ status: 'failed', error: { code: 'OFFLINE' } })
  })

  it('a script that throws is said to have refused', async () => {
    script.mockImplementation(() => {
      throw new Error('no resultUrl')
    })
    const checkout = await ready()
    await expect(checkout.start()).resolves.toMatchObject({ status: 'failed', error: { code: 'WINDOW_REFUSED' } })
  })
})

describe('the layer', () => {
  it('is followed by asking the companion until it knows', async () => {
    const checkout = await ready()
    await open(checkout)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(companion.to('view')).toHaveLength(2)
    companion.answer('view', paidView)
    companion.answer('result', PAID)
    await vi.advanceTimersByTimeAsync(4_000)
    expect(await outcome).toEqual(PAID)
    expect(closeLayer).toHaveBeenCalledWith('close')
  })

  it('ends at once when the companion’s page in a frame says that the result is there', async () => {
    const checkout = await ready()
    await open(checkout)
    companion.answer('result', PAID)
    framed(location.origin)
    expect(await outcome).toEqual(PAID)
  })

  it('does not listen to pages of another origin', async () => {
    const checkout = await ready()
    await open(checkout)
    framed('https://evil.example')
    await vi.advanceTimersByTimeAsync(0)
    expect(status(checkout)).toBe('open')
    expect(closeLayer).not.toHaveBeenCalled()
  })

  it.each(['cancel', 'Back'] as const)('closed by %s is what the companion says, which asks Payple', async (way) => {
    const checkout = await ready()
    await open(checkout)
    companion.answer('result', PAID)
    if (way === 'cancel') void checkout.cancel()
    else dispatchEvent(new PopStateEvent('popstate'))
    expect(await outcome).toEqual(PAID)
    expect(companion.to('result')[0]?.body).toEqual({ result: { PCD_PAY_RST: 'close' } })
  })

  it('closed while nobody can be asked is in doubt, never called canceled: money may have moved', async () => {
    const checkout = await ready()
    await open(checkout)
    companion.answer('result', new TypeError('offline'))
    void checkout.cancel()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await outcome).toMatchObject({ status: 'unknown' })
  })
})

describe('the whole page', () => {
  it('leaves, and Back asks the companion what became of it', async () => {
    prepareWith({ isDirect: 'Y' })
    const checkout = await ready()
    await open(checkout)
    expect(status(checkout)).toBe('open')
    companion.answer('result', { status: 'canceled' })
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))
    expect(await outcome).toEqual({ status: 'canceled' })
    await vi.advanceTimersByTimeAsync(0)
    expect(companion.to('prepare').length).toBeGreaterThan(1)
  })
})
