import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckoutOutcome } from '@payple-kit/core'
import { createCheckout } from './checkout.ts'
import type { Checkout, CheckoutOptions } from './checkout-types.ts'
import {
  createFakeCompanion,
  FAR_FUTURE,
  PAID,
  PAYMENT,
  refusal,
  type FakeCompanion,
} from './testing/fake-companion.ts'
import { installFakePayple, removeFakePayple, type FakePayple } from './testing/fake-payple.ts'
import { settled } from './testing/settled.ts'

let payple: FakePayple
let companion: FakeCompanion
let stop: () => void

beforeEach(() => {
  vi.useFakeTimers()
  payple = installFakePayple()
  companion = createFakeCompanion()
  stop = () => {}
})
afterEach(async () => {
  stop()
  dispatchEvent(new PopStateEvent('popstate'))
  await settled()
  removeFakePayple()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A checkout somebody looks at. */
function mounted(options: Partial<CheckoutOptions> = {}): Checkout {
  const checkout = createCheckout({ orderId: 'A-1', ...options, world: { fetch: companion.fetch, ...options.world } })
  stop = checkout.subscribe(() => {})
  return checkout
}

async function readyCheckout(options: Partial<CheckoutOptions> = {}): Promise<Checkout> {
  const checkout = mounted(options)
  await checkout.prepare()
  return checkout
}

const status = (checkout: Checkout): string => checkout.getSnapshot().status
const paidView = { checkoutId: 'co_1', orderId: 'A-1', outcome: PAID }
const doubt: CheckoutOutcome = { status: 'unknown', checkoutId: 'co_1' }

function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

describe('preparing', () => {
  it('idle, preparing, ready, with goods and amount', async () => {
    const checkout = mounted()
    expect(checkout.getSnapshot()).toEqual({ status: 'idle', orderId: 'A-1', method: 'app-card' })
    const done = checkout.prepare()
    expect(status(checkout)).toBe('preparing')
    await done
    expect(checkout.getSnapshot()).toMatchObject({
      status: 'ready',
      checkoutId: 'co_1',
      goods: '휴대폰',
      amount: 1000,
      currency: 'KRW',
    })
  })

  it('sends the order, the method and the display, and no amount', async () => {
    await readyCheckout({ method: 'card', display: 'redirect' })
    expect(companion.seen[0]?.body).toEqual({ orderId: 'A-1', method: 'card', display: 'redirect' })
  })

  it('asks once, however often it is called', async () => {
    const checkout = mounted()
    await Promise.all([checkout.prepare(), checkout.prepare()])
    await checkout.prepare()
    expect(companion.to('prepare')).toHaveLength(1)
  })

  it('in vain is quiet; the click tries again', async () => {
    companion.answer('prepare', refusal('ORDER_NOT_FOUND'))
    const checkout = await readyCheckout()
    expect(status(checkout)).toBe('idle')
    companion.answer('prepare', undefined)
    void checkout.start()
    await settled()
    expect(status(checkout)).toBe('open')
  })

  it('is renewed when it expires, without leaving ready for the buyer’s eye', async () => {
    companion = createFakeCompanion({ expiresAt: Date.now() + 600_000 })
    const checkout = await readyCheckout()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(companion.to('prepare')).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1000)
    expect(companion.to('prepare')).toHaveLength(2)
    expect(status(checkout)).toBe('ready')
  })

  it('expired while the page was hidden is renewed when it is seen', async () => {
    companion = createFakeCompanion({ expiresAt: Date.now() + 600_000 })
    await readyCheckout()
    setHidden(true)
    await vi.advanceTimersByTimeAsync(900_000)
    expect(companion.to('prepare')).toHaveLength(1)
    setHidden(false)
    await settled()
    expect(companion.to('prepare')).toHaveLength(2)
  })

  it('with a fast clock in the buyer’s hand does not renew for ever', async () => {
    companion = createFakeCompanion({ expiresAt: Date.now() - 3_600_000 })
    await readyCheckout()
    await vi.advanceTimersByTimeAsync(59_000)
    expect(companion.to('prepare')).toHaveLength(1)
  })

  it('that expires years ahead sets no timer that fires at once', async () => {
    companion = createFakeCompanion({ expiresAt: FAR_FUTURE * 2 })
    await readyCheckout()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(companion.to('prepare')).toHaveLength(1)
  })

  it('may answer with the outcome', async () => {
    companion.answer('prepare', { kind: 'outcome', checkoutId: 'co_9', orderId: 'A-1', outcome: PAID })
    const checkout = await readyCheckout()
    expect(checkout.getSnapshot()).toMatchObject({ status: 'paid', checkoutId: 'co_9', outcome: PAID })
    await expect(checkout.start()).resolves.toEqual(PAID)
    expect(payple.calls).toHaveLength(0)
  })

  it('may answer with a doubt, which is followed', async () => {
    companion.answer('prepare', { kind: 'outcome', checkoutId: 'co_1', orderId: 'A-1', outcome: doubt })
    const checkout = await readyCheckout()
    expect(status(checkout)).toBe('unknown')
    companion.answer('view', paidView)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(status(checkout)).toBe('paid')
  })
})

describe('display', () => {
  const agent = (name: string): unknown => vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(name)
  const sent = (): unknown => companion.seen[0]?.body

  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)', 'redirect'],
    ['Mozilla/5.0 (Linux; Android 16) KAKAOTALK', 'redirect'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X)', 'callback'],
  ])('auto on %s', async (name, display) => {
    agent(name)
    await readyCheckout()
    expect(sent()).toMatchObject({ display })
  })

  it('callback on a phone is asked for', async () => {
    agent('Android')
    await readyCheckout({ display: 'callback' })
    expect(sent()).toMatchObject({ display: 'callback' })
  })
})

describe('paying', () => {
  it('opens the window inside the click when ready', async () => {
    const checkout = await readyCheckout()
    void checkout.start()
    expect(payple.calls, 'nothing was awaited').toHaveLength(1)
    expect(status(checkout)).toBe('open')
    expect(companion.to('open')).toMatchObject([{ path: '/payple/checkouts/co_1/open' }])
  })

  it('prepares first when not', async () => {
    const checkout = mounted()
    void checkout.start()
    expect(status(checkout)).toBe('preparing')
    await settled()
    expect(status(checkout)).toBe('open')
  })

  it('reports the result untouched and is paid when the companion says so', async () => {
    const checkout = await readyCheckout()
    const seen: string[] = []
    checkout.subscribe(() => seen.push(status(checkout)))
    const outcome = checkout.start()
    payple.answer({ PCD_PAY_REQKEY: 'req' })
    await expect(outcome).resolves.toEqual(PAID)
    expect(companion.to('result')).toMatchObject([
      { body: { result: { PCD_PAY_RST: 'success', PCD_PAY_OID: 'oid-1', PCD_PAY_REQKEY: 'req' } } },
    ])
    expect(seen).toEqual(['open', 'settling', 'paid'])
    expect(checkout.getSnapshot()).toMatchObject({ outcome: { status: 'paid', payment: PAYMENT }, error: undefined })
  })

  it('a double click is one attempt and one promise', async () => {
    const checkout = await readyCheckout()
    const first = checkout.start()
    expect(checkout.start()).toBe(first)
    expect(payple.calls).toHaveLength(1)
    payple.answer()
    await first
  })

  it('paid stays paid', async () => {
    const checkout = await readyCheckout()
    const first = checkout.start()
    payple.answer()
    await first
    await expect(checkout.start()).resolves.toEqual(PAID)
    expect(payple.calls).toHaveLength(1)
  })

  it('a decline is failed, and the next click is ready at once with a new order number', async () => {
    const error = { code: 'PAYMENT_DECLINED', message: '', buyer: { ko: '거절', en: 'declined' } }
    companion.answer('result', { status: 'failed', error })
    const checkout = await readyCheckout()
    const outcome = checkout.start()
    payple.answer({ PCD_PAY_RST: 'error' })
    await expect(outcome).resolves.toEqual({ status: 'failed', error })
    await settled()
    expect(checkout.getSnapshot(), 'still told').toMatchObject({ status: 'failed', error })
    void checkout.start()
    expect(payple.calls, 'inside the click').toHaveLength(2)
    expect(payple.calls[1]).toMatchObject({ PCD_PAY_OID: 'oid-2' })
    expect(checkout.getSnapshot()).toMatchObject({ status: 'open', error: undefined, outcome: undefined })
  })

  it('preparation expired in a sleeping page: prepares anew before the window', async () => {
    companion = createFakeCompanion({ expiresAt: Date.now() + 600_000 })
    const checkout = await readyCheckout()
    vi.setSystemTime(Date.now() + 700_000)
    void checkout.start()
    expect(payple.calls).toHaveLength(0)
    await settled()
    expect(payple.calls[0]).toMatchObject({ PCD_PAY_OID: 'oid-2' })
  })
})

describe('trouble before the window', () => {
  it.each([
    ['order not found', refusal('ORDER_NOT_FOUND'), 'ORDER_NOT_FOUND'],
    ['no network', new TypeError('Failed to fetch'), 'OFFLINE'],
  ])('%s: failed, and a retry works', async (_, answer, code) => {
    companion.answer('prepare', answer)
    const checkout = mounted()
    await expect(checkout.start()).resolves.toMatchObject({ status: 'failed', error: { code } })
    companion.answer('prepare', undefined)
    void checkout.start()
    await settled()
    expect(status(checkout)).toBe('open')
  })

  it('script blocked: failed after the retries, and a later start works', async () => {
    removeFakePayple()
    const checkout = mounted()
    const outcome = checkout.start()
    for (const wait of [0, 500, 1000]) {
      await vi.advanceTimersByTimeAsync(wait)
      document.querySelector('script')?.dispatchEvent(new Event('error'))
    }
    await expect(outcome).resolves.toMatchObject({ status: 'failed', error: { code: 'SCRIPT_BLOCKED' } })
    payple = installFakePayple()
    void checkout.start()
    await settled()
    expect(status(checkout)).toBe('open')
  })

  it('pop-up blocked, refused: failed without a word to the companion', async () => {
    const checkout = await readyCheckout()
    payple.behave(() => window.alert('결제금액 형식이 바르지 않습니다.'))
    await expect(checkout.start()).resolves.toMatchObject({ status: 'failed', error: { code: 'WINDOW_REFUSED' } })
    await settled()
    expect(companion.to('open')).toHaveLength(0)
    expect(companion.to('result')).toHaveLength(0)
    payple.behave(undefined)
    void checkout.start()
    expect(status(checkout)).toBe('open')
  })
})

describe('doubt', () => {
  it('a report that fails is unknown, never failed, and is repeated until it is paid', async () => {
    companion.answer('result', new TypeError('Failed to fetch'))
    const checkout = await readyCheckout()
    const outcome = checkout.start()
    payple.answer()
    await vi.advanceTimersByTimeAsync(18_999)
    expect(status(checkout)).toBe('settling')
    await vi.advanceTimersByTimeAsync(1)
    await expect(outcome).resolves.toEqual(doubt)
    expect(status(checkout)).toBe('unknown')
    expect(companion.to('result')).toHaveLength(6)
    companion.answer('result', undefined)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(checkout.getSnapshot()).toMatchObject({ status: 'paid', outcome: PAID })
    expect(companion.to('result').every(({ body }) => (body as { result: object }).result !== undefined)).toBe(true)
  })

  it('a companion in doubt is asked, not told again', async () => {
    companion.answer('result', doubt)
    companion.answer('view', { checkoutId: 'co_1', orderId: 'A-1', outcome: doubt })
    const checkout = await readyCheckout()
    const outcome = checkout.start()
    payple.answer()
    await vi.advanceTimersByTimeAsync(3000)
    expect(companion.to('result')).toHaveLength(1)
    expect(companion.to('view')).toHaveLength(2)
    companion.answer('view', paidView)
    await vi.advanceTimersByTimeAsync(3000)
    await expect(outcome).resolves.toEqual(PAID)
  })

  it('a report that is refused is not repeated for ever: the window counts as closed and the button works again', async () => {
    const checkout = await readyCheckout()
    const outcome = checkout.start()
    companion.answer('result', refusal('BODY_TOO_LARGE', 413))
    payple.answer()
    await vi.advanceTimersByTimeAsync(500)
    companion.answer('result', { status: 'canceled' })
    await vi.advanceTimersByTimeAsync(3000)
    await expect(outcome).resolves.toEqual({ status: 'canceled' })
    expect(companion.to('result').at(-1)?.body).toEqual({ result: { PCD_PAY_RST: 'close' } })
    expect(status(checkout)).toBe('canceled')
  })

  it('a late doubt does not take back that it is paid', async () => {
    companion.answer('result', doubt)
    companion.answer('view', { checkoutId: 'co_1', orderId: 'A-1', outcome: doubt })
    const checkout = await readyCheckout()
    void checkout.start()
    payple.answer()
    await vi.advanceTimersByTimeAsync(19_000)
    let late = (_answer: Response): void => {}
    companion.answer('view', new Promise<Response>((resolve) => (late = resolve)))
    const second = checkout.subscribe(() => {})
    await settled()
    companion.answer('view', paidView)
    await checkout.start()
    expect(status(checkout)).toBe('paid')
    late(Response.json({ checkoutId: 'co_1', orderId: 'A-1', outcome: doubt }))
    await vi.advanceTimersByTimeAsync(0)
    expect(status(checkout)).toBe('paid')
    second()
  })

  it('start() while unknown asks again and opens nothing', async () => {
    companion.answer('result', new TypeError('Failed to fetch'))
    const checkout = await readyCheckout()
    const first = checkout.start()
    payple.answer()
    await vi.advanceTimersByTimeAsync(19_000)
    await first
    companion.answer('result', undefined)
    await expect(checkout.start()).resolves.toEqual(PAID)
    expect(payple.calls).toHaveLength(1)
  })

  it('is not followed when nobody looks, and is again when somebody does', async () => {
    companion.answer('result', doubt)
    companion.answer('view', { checkoutId: 'co_1', orderId: 'A-1', outcome: doubt })
    const checkout = await readyCheckout()
    void checkout.start()
    payple.answer()
    await vi.advanceTimersByTimeAsync(19_000)
    stop()
    await vi.advanceTimersByTimeAsync(15_000)
    const asked = companion.to('view').length
    await vi.advanceTimersByTimeAsync(60_000)
    expect(companion.to('view')).toHaveLength(asked)
    companion.answer('view', paidView)
    stop = checkout.subscribe(() => {})
    await settled()
    expect(status(checkout)).toBe('paid')
  })
})

describe('closing', () => {
  it('by the buyer in the window: canceled as the companion says', async () => {
    const checkout = await readyCheckout()
    const outcome = checkout.start()
    payple.pressClose()
    await expect(outcome).resolves.toEqual({ status: 'canceled' })
    expect(companion.to('result')[0]?.body).toMatchObject({ result: { PCD_PAY_RST: 'close' } })
  })

  it('by cancel(): the window goes, the companion hears, the promise of start() resolves', async () => {
    const checkout = await readyCheckout()
    const outcome = checkout.start()
    await expect(checkout.cancel()).resolves.toEqual({ status: 'canceled' })
    await expect(outcome).resolves.toEqual({ status: 'canceled' })
    expect(document.getElementById('layer_cpay')).toBeNull()
    expect(companion.to('result')).toMatchObject([{ body: { result: { PCD_PAY_RST: 'close' } } }])
  })

  it('cancel() without network still closes', async () => {
    companion.answer('result', new TypeError('Failed to fetch'))
    const checkout = await readyCheckout()
    void checkout.start()
    await expect(checkout.cancel()).resolves.toEqual({ status: 'canceled' })
  })

  describe('that cannot be reported', () => {
    const prepareWith = (request: object): Promise<Checkout> => {
      companion = createFakeCompanion({ window: { scriptUrl: 'https://payple.test/payment.js', request } })
      companion.answer('result', new TypeError('Failed to fetch'))
      return readyCheckout()
    }
    const closings: [string, (checkout: Checkout) => unknown][] = [
      ['closed by the buyer', () => payple.pressClose()],
      ['closed by cancel()', (checkout) => checkout.cancel()],
      ['gone without a word', () => dispatchEvent(new PopStateEvent('popstate'))],
    ]

    it.each(closings)('CERT, %s: canceled, because nothing moves before the companion confirms', async (_, close) => {
      const checkout = await prepareWith({ PCD_PAY_WORK: 'CERT', PCD_RST_URL: '/return' })
      const outcome = checkout.start()
      void close(checkout)
      await expect(outcome).resolves.toEqual({ status: 'canceled' })
    })

    it.each(closings)('PAY, %s: unknown, because money may have moved in the window', async (_, close) => {
      const checkout = await prepareWith({ PCD_PAY_WORK: 'PAY', PCD_RST_URL: '/return' })
      const outcome = checkout.start()
      void close(checkout)
      await vi.advanceTimersByTimeAsync(19_000)
      await expect(outcome).resolves.toEqual(doubt)
      companion.answer('result', PAID)
      await vi.advanceTimersByTimeAsync(15_000)
      expect(status(checkout), 'it goes on asking').toBe('paid')
    })

    it('back from Payple’s own page: unknown, because the gateway may have told the companion', async () => {
      const checkout = await prepareWith({ PCD_PAY_WORK: 'CERT', PCD_RST_URL: 'https://shop.test/payple/return/co_1' })
      const outcome = checkout.start()
      await settled()
      dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
      await vi.advanceTimersByTimeAsync(19_000)
      await expect(outcome).resolves.toEqual(doubt)
    })
  })

  it('cancel() with nothing open does nothing', async () => {
    const checkout = await readyCheckout()
    await expect(checkout.cancel()).resolves.toBeUndefined()
    expect(status(checkout)).toBe('ready')
  })

  it('cancel() before the window opened keeps it from opening', async () => {
    const checkout = mounted()
    const outcome = checkout.start()
    void checkout.cancel()
    await expect(outcome).resolves.toEqual({ status: 'canceled' })
    expect(payple.calls).toHaveLength(0)
  })

  it('a window that vanished after paying is paid: the companion knows better', async () => {
    companion.answer('result', PAID)
    const checkout = await readyCheckout()
    const outcome = checkout.start()
    await vi.advanceTimersByTimeAsync(500)
    document.getElementById('layer_cpay')?.remove()
    await vi.advanceTimersByTimeAsync(1000)
    await expect(outcome).resolves.toEqual(PAID)
  })
})

describe('redirect', () => {
  const redirecting = async (): Promise<Checkout> => {
    companion = createFakeCompanion({
      window: {
        scriptUrl: 'https://payple.test/payment.js',
        request: { PCD_RST_URL: 'https://shop.test/payple/return/co_1' },
      },
    })
    return readyCheckout({ display: 'redirect' })
  }
  const pageshow = (persisted: boolean): boolean => dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))

  it('is open while the page leaves', async () => {
    const checkout = await redirecting()
    void checkout.start()
    await settled()
    expect(status(checkout)).toBe('open')
    expect(companion.to('open')).toHaveLength(1)
  })

  it('Back from Payple’s page: asks, and is usable again', async () => {
    const checkout = await redirecting()
    const outcome = checkout.start()
    await settled()
    pageshow(true)
    await expect(outcome).resolves.toEqual({ status: 'canceled' })
    await settled()
    void checkout.start()
    expect(payple.calls).toHaveLength(2)
  })

  it('Back after having paid is paid', async () => {
    const checkout = await redirecting()
    companion.answer('result', PAID)
    const outcome = checkout.start()
    await settled()
    pageshow(true)
    await expect(outcome).resolves.toEqual(PAID)
  })

  it('seen again without having left: the same', async () => {
    const checkout = await redirecting()
    const outcome = checkout.start()
    await settled()
    setHidden(true)
    setHidden(false)
    await expect(outcome).resolves.toEqual({ status: 'canceled' })
  })

  it('the page’s first showing is no coming back', async () => {
    const checkout = await redirecting()
    void checkout.start()
    await settled()
    pageshow(false)
    await settled()
    expect(status(checkout)).toBe('open')
  })

  it('cancel() is the way out of a page that does not leave', async () => {
    const checkout = await redirecting()
    void checkout.start()
    await settled()
    await expect(checkout.cancel()).resolves.toEqual({ status: 'canceled' })
  })
})

describe('two tabs', () => {
  /** What `navigator.locks` does with `ifAvailable`, for two pages. */
  function createLocks(): Pick<LockManager, 'request'> {
    const held = new Set<string>()
    return {
      async request(name: string, _options: unknown, run: (lock: object | null) => unknown) {
        if (held.has(name)) return run(null)
        held.add(name)
        try {
          return await run({ name })
        } finally {
          held.delete(name)
        }
      },
    } as unknown as Pick<LockManager, 'request'>
  }

  it('the second closes its window at once and may try again later', async () => {
    const locks = createLocks()
    let free = (): void => {}
    void locks.request('payple:A-1', { ifAvailable: true }, () => new Promise<void>((resolve) => (free = resolve)))
    const checkout = await readyCheckout({ world: { locks } })
    await expect(checkout.start()).resolves.toMatchObject({ status: 'failed', error: { code: 'ALREADY_OPEN' } })
    expect(document.getElementById('layer_cpay')).toBeNull()
    expect(companion.to('result'), 'the other tab’s attempt is left alone').toHaveLength(0)
    free()
    await settled()
    const outcome = checkout.start()
    await settled()
    payple.answer()
    await expect(outcome).resolves.toEqual(PAID)
  })

  it('the second prepares anew at its next click, and so learns that the order is paid', async () => {
    const locks = createLocks()
    void locks.request('payple:A-1', { ifAvailable: true }, () => new Promise<void>(() => {}))
    const checkout = await readyCheckout({ world: { locks } })
    await checkout.start()
    await checkout.prepare()
    setHidden(false)
    await settled()
    expect(companion.to('prepare'), 'nothing is prepared while the other tab pays').toHaveLength(1)
    companion.answer('prepare', { kind: 'outcome', checkoutId: 'co_1', orderId: 'A-1', outcome: PAID })
    await expect(checkout.start()).resolves.toEqual(PAID)
    expect(payple.calls, 'no second window').toHaveLength(1)
  })

  it('the same for another method of the order in the same page', async () => {
    const first = await readyCheckout()
    void first.start()
    const second = await readyCheckout({ method: 'card' })
    await expect(second.start()).resolves.toMatchObject({ error: { code: 'ALREADY_OPEN' } })
    await second.prepare()
    expect(companion.to('prepare')).toHaveLength(2)
  })

  it('the lock is free after the attempt', async () => {
    const locks = createLocks()
    const checkout = await readyCheckout({ world: { locks } })
    void checkout.start()
    await settled()
    await checkout.cancel()
    await settled()
    const other = vi.fn<(lock: unknown) => Promise<void>>(async () => {})
    await locks.request('payple:A-1', { ifAvailable: true }, other)
    expect(other.mock.calls[0]?.[0]).not.toBeNull()
  })

  it('a page that may not lock pays without', async () => {
    const locks = { request: async () => Promise.reject(new DOMException('no', 'SecurityError')) }
    const checkout = await readyCheckout({ world: { locks: locks as unknown as Pick<LockManager, 'request'> } })
    const outcome = checkout.start()
    await settled()
    payple.answer()
    await expect(outcome).resolves.toEqual(PAID)
  })
})

describe('reset', () => {
  it('forgets a failure', async () => {
    const checkout = await readyCheckout()
    void checkout.start()
    await checkout.cancel()
    await settled()
    checkout.reset()
    expect(checkout.getSnapshot()).toMatchObject({ status: 'ready', outcome: undefined })
  })

  it('does nothing while the window is open', async () => {
    const checkout = await readyCheckout()
    void checkout.start()
    checkout.reset()
    expect(status(checkout)).toBe('open')
  })
})

it('the server snapshot never changes', async () => {
  const checkout = mounted()
  const before = checkout.getServerSnapshot()
  await checkout.prepare()
  expect(checkout.getServerSnapshot()).toBe(before)
  expect(before.status).toBe('idle')
})
