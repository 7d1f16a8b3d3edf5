/**
 * The window of Payple's overseas product (docs/protocol/overseas.md 3), loaded only by a page that pays with it. It has no callback: the gateway posts the
 * result to the companion, by the page itself or by a frame in it, and money has moved by then.
 */
import type { CheckoutView, OpenedWindow } from '@payple-kit/core'
import { browserError } from './browser-error.ts'
import type { Call } from './companion.ts'
import type { PaymentWindowOptions, WindowEnd } from './payment-window.ts'

type OverseasPage = typeof globalThis & {
  paypleGpayPaymentRequest: (request: object) => void
  MainBodyAction?: (action: 'close') => void
}

/** Seconds between the questions while the window is open; the last one repeats. */
const WAITS = [3, 3, 4, 5, 8, 10]

/**
 * The overseas script's own, because the domestic script defines one of the same name (3.1): this module is loaded right after the
 * script.
 */
const closeLayer = (window as unknown as OverseasPage).MainBodyAction

/**
 * Fetches the token and calls `paypleGpayPaymentRequest`. Nothing in it needs the click's permission: a layer and a whole page are no
 * pop-ups.
 *
 * @param request the object without `Authorization` and `payCls`; copied, never changed
 * @returns never `raw`: how it ended only the companion can say. Never rejects
 */
export const open = async (
  request: Readonly<Record<string, string | undefined>>,
  { signal }: PaymentWindowOptions,
  ask: Call,
): Promise<WindowEnd> => {
  // The attempt's id ends the address the result is sent to.
  const path = (request['resultUrl'] as string).replace(/.*(?=\/)/, '')
  // On the click, as late as can be: whoever sees the token may read the partner's service key in it (2.4).
  const { authorization: Authorization, payCls, error } = await ask<OpenedWindow>(`${path}/open`, 'authorization', {})
  if (error) return { error }
  if (signal?.aborted) return {}
  const page = window as unknown as OverseasPage
  const close = (): void => {
    try {
      closeLayer?.('close')
    } catch {}
  }
  try {
    page.paypleGpayPaymentRequest({ ...request, Authorization, ...(payCls && { payCls }) })
  } catch (thrown) {
    return { error: browserError('WINDOW_REFUSED', String(thrown)) }
  }
  if (request['isDirect'] === 'Y') {
    addEventListener('pageshow', close, { once: true })
    return { leaving: true }
  }
  return new Promise((resolve) => {
    const over = new AbortController()
    const end = (): void => {
      over.abort()
      close()
      resolve({})
    }
    // The companion's page in a frame says that the result has arrived. Its word is only a reason to ask.
    const hear = ({ origin, data }: MessageEvent): void => {
      if (origin === location.origin && (data as { type?: unknown } | null)?.type === 'payple-kit:return') end()
    }
    const listen = { signal: over.signal }
    addEventListener('message', hear, listen)
    addEventListener('popstate', end, listen)
    signal?.addEventListener('abort', end, listen)
    const look = async (asked: number): Promise<void> => {
      await new Promise((later) => setTimeout(later, (WAITS[asked] ?? 10) * 1000))
      if (over.signal.aborted) return
      if ((await ask<CheckoutView>(path, 'checkoutId')).outcome) end()
      else void look(asked + 1)
    }
    void look(0)
  })
}
