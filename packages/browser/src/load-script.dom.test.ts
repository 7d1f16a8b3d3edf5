import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadPayple } from './load-payple.ts'
import { loadScript } from './load-script.ts'
import { removeFakePayple } from './testing/fake-payple.ts'

const URL = 'https://payple.test/payment.js'
let isReady = false
const ready = (): boolean => isReady
const tags = (): HTMLScriptElement[] => [...document.querySelectorAll('script')]
const tag = (): HTMLScriptElement => tags().at(-1) as HTMLScriptElement
const fail = (): boolean => tag().dispatchEvent(new Event('error'))
const load = (): boolean => {
  isReady = true
  return tag().dispatchEvent(new Event('load'))
}

beforeEach(() => {
  vi.useFakeTimers()
  isReady = false
})
afterEach(async () => {
  await vi.runAllTimersAsync()
  removeFakePayple()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Without the query that a fresh tag gets after a failure. */
const addressOf = ({ src }: HTMLScriptElement): string | undefined => src.split('?')[0]

describe('one tag', () => {
  it('per URL, however many ask', async () => {
    const loads = [loadScript(URL, { ready }), loadScript(URL, { ready }), loadScript(URL, { ready })]
    expect(tags()).toHaveLength(1)
    load()
    await expect(Promise.all(loads)).resolves.toEqual([undefined, undefined, undefined])
    await expect(loadScript(URL, { ready })).resolves.toBeUndefined()
    expect(tags()).toHaveLength(1)
  })

  it('carries the nonce', () => {
    void loadScript(URL, { ready, nonce: 'n0nce' })
    expect(tag().nonce).toBe('n0nce')
  })

  it('is not made where the script is there already', async () => {
    isReady = true
    await expect(loadScript(URL, { ready })).resolves.toBeUndefined()
    expect(tags()).toHaveLength(0)
  })
})

describe('trouble', () => {
  it('gives a fresh tag a fresh address: a hanging request would keep the browser from asking again', async () => {
    const done = loadScript(URL, { ready, retries: 1 })
    const first = tag().src
    await vi.advanceTimersByTimeAsync(10_500)
    expect(tag().src).not.toBe(first)
    expect(addressOf(tag())).toBe(URL)
    load()
    await done
  })

  it('tries a fresh tag twice, after 0.5 and 1 second', async () => {
    const done = loadScript(URL, { ready })
    const first = tag()
    fail()
    await vi.advanceTimersByTimeAsync(499)
    expect(tags()).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(tag()).not.toBe(first)
    fail()
    await vi.advanceTimersByTimeAsync(1000)
    load()
    await expect(done).resolves.toBeUndefined()
  })

  it('blocked', async () => {
    const done = loadScript(URL, { ready, retries: 0 })
    fail()
    await expect(done).resolves.toBe('SCRIPT_BLOCKED')
  })

  it('offline', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const done = loadScript(URL, { ready, retries: 0 })
    fail()
    await expect(done).resolves.toBe('OFFLINE')
  })

  it('timed out', async () => {
    const done = loadScript(URL, { ready, retries: 0 })
    await vi.advanceTimersByTimeAsync(10_000)
    await expect(done).resolves.toBe('SCRIPT_TIMEOUT')
    expect(tags()).toHaveLength(0)
  })

  it('loaded without its global', async () => {
    const done = loadScript(URL, { ready, retries: 0 })
    tag().dispatchEvent(new Event('load'))
    await expect(done).resolves.toBe('SCRIPT_NO_GLOBAL')
  })

  it('is not remembered: a later call works', async () => {
    const done = loadScript(URL, { ready, retries: 0 })
    fail()
    await done
    const again = loadScript(URL, { ready, retries: 0 })
    load()
    await expect(again).resolves.toBeUndefined()
  })
})

describe('a tag that was in the page before', () => {
  const inHtml = (): HTMLScriptElement => {
    const found = document.createElement('script')
    found.src = URL
    document.head.append(found)
    return found
  }

  it('is waited for', async () => {
    inHtml()
    const done = loadScript(URL, { ready })
    expect(tags()).toHaveLength(1)
    load()
    await expect(done).resolves.toBeUndefined()
  })

  it('that is dead is replaced after three seconds, and costs no retry', async () => {
    const dead = inHtml()
    const done = loadScript(URL, { ready, retries: 0 })
    await vi.advanceTimersByTimeAsync(3000)
    expect(dead.isConnected).toBe(false)
    await vi.advanceTimersByTimeAsync(250)
    expect(tag()).not.toBe(dead)
    load()
    await expect(done).resolves.toBeUndefined()
  })
})

describe('abort', () => {
  it('ends one caller’s waiting and nobody else’s', async () => {
    const control = new AbortController()
    const mine = loadScript(URL, { ready, signal: control.signal })
    const theirs = loadScript(URL, { ready })
    control.abort(new Error('unmounted'))
    await expect(mine).rejects.toThrow('unmounted')
    load()
    await expect(theirs).resolves.toBeUndefined()
  })

  it('before the call: rejects without a tag', async () => {
    const signal = AbortSignal.abort(new Error('gone'))
    await expect(loadScript(URL, { ready, signal })).rejects.toThrow('gone')
    expect(tags()).toHaveLength(0)
  })
})

describe('jQuery', () => {
  const page = window as unknown as Record<string, unknown>
  const jqueryUrl = 'https://shop.test/jquery.js'
  afterEach(() => {
    delete page['jQuery']
  })
  const arrive = (global: string): void => {
    page[global] = () => {}
    tag().dispatchEvent(new Event('load'))
  }

  it('comes first when asked for', async () => {
    const done = loadPayple({ scriptUrl: URL, jqueryUrl })
    await vi.advanceTimersByTimeAsync(0)
    expect(tags().map(addressOf)).toEqual([jqueryUrl])
    arrive('jQuery')
    await vi.advanceTimersByTimeAsync(0)
    expect(addressOf(tag())).toBe(URL)
    arrive('PaypleCpayAuthCheck')
    await expect(done).resolves.toBeUndefined()
  })

  it('is not loaded twice, and not unasked', async () => {
    page['jQuery'] = () => {}
    void loadPayple({ scriptUrl: URL, jqueryUrl })
    await vi.advanceTimersByTimeAsync(0)
    expect(tags().map(addressOf)).toEqual([URL])
  })

  it('that fails stops the load there', async () => {
    const done = loadPayple({ scriptUrl: URL, jqueryUrl })
    for (const wait of [0, 500, 1000]) {
      await vi.advanceTimersByTimeAsync(wait)
      fail()
    }
    await expect(done).resolves.toBe('SCRIPT_BLOCKED')
  })
})
