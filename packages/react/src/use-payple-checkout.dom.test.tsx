import { act, render, renderHook } from '@testing-library/react'
import { StrictMode, type ReactElement } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { PAID, PAYMENT } from '../../browser/src/testing/fake-companion.ts'
import { settled } from '../../browser/src/testing/settled.ts'
import type { CheckoutCallbacks } from './deliver.ts'
import { PaypleProvider } from './payple-provider.tsx'
import { createShop } from './testing/shop.tsx'
import { usePaypleCheckout, type PaypleCheckout } from './use-payple-checkout.ts'

const shop = createShop()

function Page({
  callbacks,
  onRender,
}: {
  callbacks?: CheckoutCallbacks
  onRender?: (checkout: PaypleCheckout) => void
}): ReactElement {
  const checkout = usePaypleCheckout({ orderId: shop.orderId, ...callbacks })
  onRender?.(checkout)
  return <output>{checkout.status}</output>
}

/** A mounted page in StrictMode, ready to pay. */
async function openShop(
  callbacks: CheckoutCallbacks = {},
): Promise<{ checkout: () => PaypleCheckout; unmount: () => void }> {
  let latest: PaypleCheckout | undefined
  const { unmount } = render(
    <StrictMode>
      <PaypleProvider>
        <Page callbacks={callbacks} onRender={(checkout) => (latest = checkout)} />
      </PaypleProvider>
    </StrictMode>,
  )
  await act(settled)
  return { checkout: () => latest as PaypleCheckout, unmount }
}

const run = (work: () => unknown): Promise<void> =>
  act(async () => {
    work()
    await settled()
  })

describe('StrictMode', () => {
  it('prepares once', async () => {
    const { checkout } = await openShop()
    expect(checkout()).toMatchObject({ status: 'ready', amount: 1000 })
    expect(shop.companion.to('prepare')).toHaveLength(1)
  })

  it('tells an outcome once', async () => {
    const onPaid = vi.fn<() => void>()
    const onOutcome = vi.fn<() => void>()
    const { checkout } = await openShop({ onPaid, onOutcome })
    await run(() => void checkout().start())
    await run(() => shop.payple.answer())
    expect(onPaid).toHaveBeenCalledExactlyOnceWith(PAYMENT)
    expect(onOutcome).toHaveBeenCalledExactlyOnceWith(PAID)
  })
})

describe('callbacks', () => {
  it.each([
    ['onCanceled', { status: 'canceled' }, []],
    ['onFailed', { status: 'failed', error: { code: 'X', message: '', buyer: { ko: '', en: '' } } }, [{ code: 'X' }]],
    ['onRegistered', { status: 'registered', billingKey: { id: 'bk_1' } }, [{ id: 'bk_1' }]],
  ] as const)('%s', async (name, outcome, args) => {
    const callback = vi.fn<(value?: unknown) => void>()
    shop.companion.answer('result', outcome)
    const { checkout } = await openShop({ [name]: callback })
    await run(() => void checkout().start())
    await run(() => shop.payple.answer())
    expect(callback.mock.calls).toMatchObject([args])
  })

  it('unknown first, paid later: both told once', async () => {
    vi.useFakeTimers()
    const onUnknown = vi.fn<(id: string) => void>()
    const onPaid = vi.fn<() => void>()
    shop.companion.answer('result', new TypeError('Failed to fetch'))
    const { checkout } = await openShop({ onUnknown, onPaid })
    await run(() => void checkout().start())
    await run(() => shop.payple.answer())
    await act(() => vi.advanceTimersByTimeAsync(19_000))
    expect(onUnknown).toHaveBeenCalledExactlyOnceWith('co_1')
    shop.companion.answer('result', undefined)
    await act(() => vi.advanceTimersByTimeAsync(15_000))
    expect(checkout().status).toBe('paid')
    expect(onPaid).toHaveBeenCalledTimes(1)
    expect(onUnknown).toHaveBeenCalledTimes(1)
    vi.useRealTimers()
  })

  it('the latest one counts', async () => {
    const [old, latest] = [vi.fn<() => void>(), vi.fn<() => void>()]
    const ui = (onPaid: () => void): ReactElement => (
      <PaypleProvider>
        <Page callbacks={{ onPaid }} onRender={(checkout) => (start = checkout.start)} />
      </PaypleProvider>
    )
    let start = async (): Promise<unknown> => undefined
    const { rerender } = render(ui(old))
    await act(settled)
    await run(() => void start())
    rerender(ui(latest))
    await run(() => shop.payple.answer())
    expect(old).not.toHaveBeenCalled()
    expect(latest).toHaveBeenCalledTimes(1)
  })

  it('an error in one is the shop’s, not the payment’s', async () => {
    const report = vi.fn<(error: unknown) => void>()
    vi.stubGlobal('reportError', report)
    const bug = new Error('bug in the shop')
    const { checkout } = await openShop({
      onPaid: () => {
        throw bug
      },
    })
    await run(() => void checkout().start())
    await run(() => shop.payple.answer())
    expect(checkout().status).toBe('paid')
    expect(report).toHaveBeenCalledExactlyOnceWith(bug)
  })

  it('coming back to a paid page does not send the buyer off again', async () => {
    const onPaid = vi.fn<() => void>()
    const first = await openShop({ onPaid })
    await run(() => void first.checkout().start())
    await run(() => shop.payple.answer())
    first.unmount()
    const second = await openShop({ onPaid })
    expect(second.checkout().status).toBe('paid')
    expect(onPaid).toHaveBeenCalledTimes(1)
  })
})

describe('mounts', () => {
  it('unmount while open, mount again: the same attempt, and its outcome', async () => {
    const first = await openShop()
    let outcome: Promise<unknown> | undefined
    await run(() => (outcome = first.checkout().start()))
    first.unmount()
    const onPaid = vi.fn<() => void>()
    const second = await openShop({ onPaid })
    expect(second.checkout().status).toBe('open')
    await run(() => shop.payple.answer())
    await expect(outcome).resolves.toEqual(PAID)
    expect(second.checkout().status).toBe('paid')
    expect(onPaid).toHaveBeenCalledTimes(1)
    expect(shop.payple.calls).toHaveLength(1)
  })

  it('an outcome nobody was there for is told to whoever comes next', async () => {
    const first = await openShop()
    await run(() => void first.checkout().start())
    first.unmount()
    await run(() => shop.payple.answer())
    const onPaid = vi.fn<() => void>()
    await openShop({ onPaid })
    expect(onPaid).toHaveBeenCalledTimes(1)
  })
})

describe('provider', () => {
  it('missing: says what is missing', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(() => renderHook(() => usePaypleCheckout({ orderId: 'A' }))).toThrow(
      expect.objectContaining({
        name: 'PaypleIntegrationError',
        code: 'PROVIDER_MISSING',
        message: expect.stringContaining('PaypleProvider'),
      }),
    )
  })

  it('says where the companion is', async () => {
    renderHook(() => usePaypleCheckout({ orderId: shop.orderId }), {
      wrapper: ({ children }) => <PaypleProvider companion="https://pay.shop.test/p">{children}</PaypleProvider>,
    })
    await act(settled)
    expect(shop.companion.seen[0]?.path).toBe('https://pay.shop.test/p/checkouts')
  })

  it('a new order is a new checkout', async () => {
    const { rerender } = renderHook(({ orderId }) => usePaypleCheckout({ orderId }), {
      wrapper: PaypleProvider,
      initialProps: { orderId: shop.orderId },
    })
    await act(settled)
    rerender({ orderId: `${shop.orderId}-b` })
    await act(settled)
    expect(shop.companion.to('prepare').map(({ body }) => (body as { orderId: string }).orderId)).toEqual([
      shop.orderId,
      `${shop.orderId}-b`,
    ])
  })
})
