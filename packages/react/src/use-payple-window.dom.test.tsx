import { act, renderHook, type RenderHookResult } from '@testing-library/react'
import { StrictMode } from 'react'
import { describe, expect, it } from 'vitest'
import { installFakePayple, removeFakePayple } from '../../browser/src/testing/fake-payple.ts'
import { settled } from '../../browser/src/testing/settled.ts'
import { createShop } from './testing/shop.tsx'
import type { UnverifiedResult } from './unverified-result.ts'
import { usePaypleWindow, type PaypleWindow, type PaypleWindowOptions } from './use-payple-window.ts'

const shop = createShop()
const REQUEST = { clientKey: 'test_key', PCD_PAY_OID: 'oid-1', PCD_RST_URL: '/r' } as const

async function mount(
  options: PaypleWindowOptions = { environment: 'test' },
): Promise<RenderHookResult<PaypleWindow, unknown>> {
  const hook = renderHook(() => usePaypleWindow(options), { wrapper: StrictMode })
  await act(settled)
  return hook
}

/** Opens, lets the window end, and gives what `open` resolved with. */
async function pay(
  hook: RenderHookResult<PaypleWindow, unknown>,
  end: () => void,
  request = REQUEST,
): Promise<UnverifiedResult> {
  let result: Promise<UnverifiedResult> | undefined
  await act(async () => {
    result = hook.result.current.open(request)
  })
  await act(async () => {
    end()
    await settled()
  })
  return result as Promise<UnverifiedResult>
}

describe('results are hearsay', () => {
  it.each([
    ['success', { PCD_PAY_RST: 'success', PCD_PAY_CODE: '0000', PCD_PAY_MSG: '카드인증완료' }, 'success'],
    ['error', { PCD_PAY_RST: 'error', PCD_PAY_CODE: 'CPCA0022' }, 'error'],
    ['anything else', { PCD_PAY_RST: 'great' }, 'error'],
  ] as const)('%s', async (_, raw, status) => {
    const result = await pay(await mount(), () => shop.payple.answer(raw))
    expect(result).toMatchObject({
      verified: false,
      status,
      code: (raw as Record<string, unknown>)['PCD_PAY_CODE'],
      oid: 'oid-1',
      raw,
    })
  })

  it('closed by the buyer, and by the page', async () => {
    const hook = await mount()
    expect(await pay(hook, () => shop.payple.pressClose())).toMatchObject({ status: 'closed' })
    expect(await pay(hook, () => hook.result.current.close())).toMatchObject({ status: 'closed', raw: {} })
  })

  it('redirecting', async () => {
    const direct = { ...REQUEST, PCD_RST_URL: 'https://shop.test/r' }
    expect(await pay(await mount(), () => {}, direct as unknown as typeof REQUEST)).toMatchObject({
      verified: false,
      status: 'redirecting',
    })
  })

  it('failed, with why', async () => {
    const hook = await mount()
    shop.payple.behave(() => window.alert('no'))
    expect(await pay(hook, () => {})).toMatchObject({
      status: 'failed',
      error: { code: 'WINDOW_REFUSED', message: 'no' },
    })
    expect(hook.result.current).toMatchObject({ status: 'ready', error: { code: 'WINDOW_REFUSED' } })
  })
})

describe('life', () => {
  it('loads on mount, and calls the script inside the click', async () => {
    const hook = await mount()
    expect(hook.result.current.status).toBe('ready')
    act(() => void hook.result.current.open(REQUEST))
    expect(shop.payple.calls).toHaveLength(1)
    expect(hook.result.current.status).toBe('open')
  })

  it('a second open while one is open is the first', async () => {
    const hook = await mount()
    let same = false
    act(() => {
      same = hook.result.current.open(REQUEST) === hook.result.current.open(REQUEST)
    })
    expect(same).toBe(true)
  })

  it('unmount closes the window', async () => {
    const hook = await mount()
    let result: Promise<UnverifiedResult> | undefined
    act(() => void (result = hook.result.current.open(REQUEST)))
    hook.unmount()
    await expect(result).resolves.toMatchObject({ status: 'closed' })
    expect(document.getElementById('layer_cpay')).toBeNull()
  })

  it('unmount while the script loads: no window opens later', async () => {
    removeFakePayple()
    const hook = await mount()
    let result: Promise<UnverifiedResult> | undefined
    act(() => void (result = hook.result.current.open(REQUEST)))
    hook.unmount()
    shop.payple = installFakePayple()
    document.scripts[0]?.dispatchEvent(new Event('load'))
    await expect(result).resolves.toMatchObject({ status: 'closed' })
    expect(shop.payple.calls).toHaveLength(0)
  })

  it.each([
    [{ environment: 'test' }, 'https://democpay.payple.kr/js/v1/payment.js'],
    [{ environment: 'live' }, 'https://cpay.payple.kr/js/v1/payment.js'],
    [
      { environment: { sandbox: 'http://127.0.0.1:4100' }, authentication: 'authFile' },
      'http://127.0.0.1:4100/js/cpay.payple.1.0.1.js',
    ],
  ] as const)('%j loads %s', async (options, url) => {
    removeFakePayple()
    await mount(options)
    expect([...document.scripts].map(({ src }) => src)).toEqual([url])
    Object.assign(window, { PaypleCpayAuthCheck: () => {} })
    document.scripts[0]?.dispatchEvent(new Event('load'))
    await act(settled)
  })
})
