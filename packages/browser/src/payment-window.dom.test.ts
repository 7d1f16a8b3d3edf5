import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPaymentWindow, type WindowEnd } from './payment-window.ts'
import { installFakePayple, removeFakePayple, type FakePayple } from './testing/fake-payple.ts'

const REQUEST = { clientKey: 'test_key', PCD_PAY_OID: 'oid-1', PCD_PAY_GOODS: '휴대폰', PCD_RST_URL: '/return' }

const { alert, open } = window
let payple: FakePayple
beforeEach(() => {
  vi.useFakeTimers()
  payple = installFakePayple()
})
afterEach(() => {
  // Whatever a test left open is closed, so that the page is free for the next one.
  dispatchEvent(new PopStateEvent('popstate'))
  removeFakePayple()
  Object.assign(window, { alert, open })
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Resolves with `pending` when nothing has happened yet. */
const now = (end: Promise<WindowEnd>): Promise<WindowEnd | 'pending'> =>
  Promise.race([end, Promise.resolve('pending' as const)])

describe('what is sent', () => {
  it('calls the script before it returns', () => {
    void openPaymentWindow(REQUEST)
    expect(payple.calls).toHaveLength(1)
  })

  it('sends a copy: the script changes its argument', async () => {
    const request = Object.freeze({ ...REQUEST })
    void openPaymentWindow(request)
    expect(payple.calls[0]).toMatchObject({ PCD_HTTP_REFERER: location.href })
    expect(request).toEqual(REQUEST)
  })

  it('escapes & and " in every field but the goods, which the script escapes itself', () => {
    void openPaymentWindow({ ...REQUEST, PCD_PAY_GOODS: 'Tom & "Jerry"', PCD_USER_DEFINE1: '{"a":"b&c"}' })
    expect(payple.calls[0]).toMatchObject({
      PCD_PAY_GOODS: 'Tom & "Jerry"',
      PCD_USER_DEFINE1: '{&quot;a&quot;:&quot;b&amp;c&quot;}',
    })
  })

  it('survives a hostile value in the printed form', () => {
    void openPaymentWindow({ ...REQUEST, PCD_PAYER_NAME: '"><script>alert(1)</script>' })
    const form = new DOMParser().parseFromString(payple.form(), 'text/html')
    expect(form.querySelector('script')).toBeNull()
    expect(form.querySelector('[name=PCD_PAYER_NAME]')?.getAttribute('value')).toBe('"><script>alert(1)</script>')
  })

  it('leaves addresses alone that the script uses as they are', () => {
    void openPaymentWindow({ ...REQUEST, PCD_PAY_URL: 'https://payple.test/?a=1&b=2', PCD_AUTH_KEY: 'k' })
    expect(payple.calls[0]).toMatchObject({ PCD_PAY_URL: 'https://payple.test/?a=1&b=2' })
  })

  it('leaves out what is empty: Payple reads an empty text as a value', () => {
    void openPaymentWindow({ ...REQUEST, PCD_PAYER_NAME: undefined, PCD_PAYER_HP: '' })
    expect(payple.calls[0]).not.toHaveProperty('PCD_PAYER_NAME')
    expect(payple.calls[0]).not.toHaveProperty('PCD_PAYER_HP')
  })

  it('posts a harmless word instead of the source of the callback', () => {
    void openPaymentWindow(REQUEST)
    expect(payple.form()).toContain('<input name="callbackFunction" value="callback">')
  })
})

describe('results', () => {
  it('resolves with what the callback got', async () => {
    const end = openPaymentWindow(REQUEST)
    payple.answer({ PCD_PAY_CODE: '0000' })
    await expect(end).resolves.toEqual({
      raw: { PCD_PAY_RST: 'success', PCD_PAY_CODE: '0000', PCD_PAY_OID: 'oid-1' },
    })
  })

  it('passes the buyer’s closing on', async () => {
    const end = openPaymentWindow(REQUEST)
    payple.pressClose()
    await expect(end).resolves.toMatchObject({ raw: { PCD_PAY_RST: 'close' } })
  })

  it('listens once: the listener of a twice included script calls twice', async () => {
    const end = openPaymentWindow(REQUEST)
    payple.answer({ PCD_PAY_CODE: 'first' })
    payple.answer({ PCD_PAY_CODE: 'second' })
    await expect(end).resolves.toMatchObject({ raw: { PCD_PAY_CODE: 'first' } })
  })

  it('a late result of an old window does not end the next one', async () => {
    const first = openPaymentWindow(REQUEST)
    payple.pressClose()
    await first
    const late = payple.calls[0]?.['callbackFunction'] as (raw: object) => void
    const second = openPaymentWindow({ ...REQUEST, PCD_PAY_OID: 'oid-2' })
    late({ PCD_PAY_RST: 'success', PCD_PAY_OID: 'oid-1' })
    expect(await now(second)).toBe('pending')
  })

  it('ignores a result with another order number, and notices that the layer went with it', async () => {
    const end = openPaymentWindow(REQUEST)
    payple.answer({ PCD_PAY_OID: 'someone-else' })
    expect(await now(end)).toBe('pending')
    await vi.advanceTimersByTimeAsync(1000)
    await expect(end).resolves.toEqual({})
  })

  it('takes any order number when the request left it to Payple', async () => {
    const end = openPaymentWindow({ ...REQUEST, PCD_PAY_OID: undefined })
    payple.answer({ PCD_PAY_OID: 'made-by-payple' })
    await expect(end).resolves.toHaveProperty('raw')
  })

  it('keeps text and numbers of a result only: the rest could never be reported', async () => {
    const end = openPaymentWindow(REQUEST)
    payple.answer({ PCD_PAY_TOTAL: 1000, big: 10n, nested: { a: 1 }, none: undefined, yes: true })
    expect((await end).raw).toEqual({ PCD_PAY_RST: 'success', PCD_PAY_OID: REQUEST.PCD_PAY_OID, PCD_PAY_TOTAL: 1000 })
  })

  it('survives a callback without an argument', async () => {
    const end = openPaymentWindow(REQUEST)
    const callback = payple.calls[0]?.['callbackFunction'] as () => void
    callback()
    await expect(end).resolves.toEqual({ raw: {} })
  })
})

describe('windows that go without a word', () => {
  it('layer removed: believed at the second look', async () => {
    const end = openPaymentWindow(REQUEST)
    await vi.advanceTimersByTimeAsync(500)
    document.getElementById('layer_cpay')?.remove()
    await vi.advanceTimersByTimeAsync(500)
    expect(await now(end)).toBe('pending')
    await vi.advanceTimersByTimeAsync(500)
    await expect(end).resolves.toEqual({})
  })

  it('a result that comes right after the layer went still counts', async () => {
    const end = openPaymentWindow(REQUEST)
    await vi.advanceTimersByTimeAsync(500)
    document.getElementById('layer_cpay')?.remove()
    await vi.advanceTimersByTimeAsync(500)
    payple.answer()
    await expect(end).resolves.toHaveProperty('raw')
  })

  it('tab closed by the buyer or the system', async () => {
    const tab = { closed: false, close: vi.fn<() => void>() }
    window.open = () => tab as unknown as Window
    payple.behave(() => window.open('', 'cpayWinOpen'))
    const end = openPaymentWindow(REQUEST)
    await vi.advanceTimersByTimeAsync(5000)
    expect(await now(end)).toBe('pending')
    tab.closed = true
    await vi.advanceTimersByTimeAsync(1000)
    await expect(end).resolves.toEqual({})
  })

  it('Back closes the layer, which would stay above the next route', async () => {
    const end = openPaymentWindow(REQUEST)
    dispatchEvent(new PopStateEvent('popstate'))
    await expect(end).resolves.toEqual({})
    expect(document.getElementById('layer_cpay')).toBeNull()
  })

  it('abort closes layer and tab', async () => {
    const tab = { closed: false, close: vi.fn<() => void>() }
    window.open = () => tab as unknown as Window
    payple.behave(() => window.open('', 'cpayWinOpen'))
    const control = new AbortController()
    const end = openPaymentWindow(REQUEST, { signal: control.signal })
    control.abort()
    await expect(end).resolves.toEqual({})
    expect(document.getElementById('layer_cpay')).toBeNull()
    expect(tab.close).toHaveBeenCalled()
  })

  it('opens nothing for a signal that is aborted already', async () => {
    await expect(openPaymentWindow(REQUEST, { signal: AbortSignal.abort() })).resolves.toEqual({})
    expect(payple.calls).toHaveLength(0)
  })
})

describe('windows that never open', () => {
  const code = async (end: Promise<WindowEnd>): Promise<string | undefined> => (await end).error?.code

  it('an alert during the call: refused, with Payple’s words for the developer and no dialog', async () => {
    const dialog = vi.fn<() => void>()
    window.alert = dialog
    payple.behave(() => window.alert('[AUTH0004] 도메인이 다릅니다.'))
    const opened = vi.fn<() => void>()
    const end = await openPaymentWindow(REQUEST, { onOpen: opened })
    expect(end).toMatchObject({ error: { code: 'WINDOW_REFUSED', message: '[AUTH0004] 도메인이 다릅니다.' } })
    expect(dialog).not.toHaveBeenCalled()
    expect(opened).not.toHaveBeenCalled()
    expect(document.getElementById('layer_cpay'), 'the empty layer is gone').toBeNull()
  })

  it('gives alert and open back, also when the script throws', async () => {
    const { alert, open } = window
    payple.behave(() => {
      throw new TypeError('replace is not a function')
    })
    expect(await openPaymentWindow(REQUEST)).toMatchObject({
      error: { code: 'WINDOW_REFUSED', message: 'TypeError: replace is not a function' },
    })
    expect(window.alert).toBe(alert)
    expect(window.open).toBe(open)
  })

  it('a blocked pop-up by its handle', async () => {
    window.open = () => null
    payple.behave(() => window.open('', 'cpayWinOpen'))
    expect(await code(openPaymentWindow(REQUEST))).toBe('POPUP_BLOCKED')
  })

  it('a blocked pop-up by its words', async () => {
    payple.behave(() => window.alert(' 팝업이 차단되어 결제를 진행할 수 없습니다. '))
    expect(await code(openPaymentWindow(REQUEST))).toBe('POPUP_BLOCKED')
  })

  it('a silent auth file: the script wrote no key back', async () => {
    payple.behave(() => {})
    expect(await code(openPaymentWindow({ ...REQUEST, payple_auth_file: '/auth' }))).toBe('WINDOW_REFUSED')
    payple.behave((fields) => (fields['PCD_AUTH_KEY'] = 'key'))
    expect(await now(openPaymentWindow({ ...REQUEST, payple_auth_file: '/auth' }))).toBe('pending')
  })

  it('one window per page: the script has one slot', async () => {
    const first = openPaymentWindow(REQUEST)
    expect(await code(openPaymentWindow({ ...REQUEST, PCD_PAY_OID: 'oid-2' }))).toBe('ALREADY_OPEN')
    expect(payple.calls).toHaveLength(1)
    payple.answer()
    await expect(first).resolves.toHaveProperty('raw')
    expect(await now(openPaymentWindow(REQUEST)), 'free again').toBe('pending')
  })

  it('no script: says so instead of throwing', async () => {
    removeFakePayple()
    expect(await openPaymentWindow(REQUEST)).toMatchObject({
      error: { code: 'WINDOW_REFUSED', message: expect.stringContaining('PaypleCpayAuthCheck') },
    })
  })
})

describe('direct mode', () => {
  it('resolves at once, and takes the layer away when Back brings the page back', async () => {
    const opened = vi.fn<() => void>()
    const end = openPaymentWindow({ ...REQUEST, PCD_RST_URL: 'https://shop.test/return' }, { onOpen: opened })
    await expect(end).resolves.toEqual({ leaving: true })
    expect(opened).toHaveBeenCalledTimes(1)
    expect(document.getElementById('layer_cpay')).not.toBeNull()
    dispatchEvent(new Event('pageshow'))
    expect(document.getElementById('layer_cpay')).toBeNull()
  })
})
