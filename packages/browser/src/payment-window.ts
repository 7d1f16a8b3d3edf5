/**
 * The only file that touches Payple's globals. Written against the script of docs/protocol/domestic.md 3, whose habits it survives:
 * the script mutates its argument, posts the source of the callback, alerts instead of throwing, leaves an empty layer behind,
 * trusts messages of any origin, and in many cases never calls back.
 */
import type { PaypleError } from '@payple-kit/core'
import { browserError } from './browser-error.ts'

/** How the window ended: one of the three fields, or none when it went without a word (aborted, Back, layer removed, tab closed). */
export interface WindowEnd {
  /**
   * What the callback got. `PCD_PAY_RST` is `success`, `error` or `close` (the buyer's own closing). Somebody told the page so;
   * it is never proof of a payment.
   */
  readonly raw?: Readonly<Record<string, unknown>> | undefined
  /** It never opened, and no callback will come. */
  readonly error?: PaypleError | undefined
  /** Direct mode: the page is about to leave; the result goes to `PCD_RST_URL`. */
  readonly leaving?: true | undefined
}

/** Options of `openPaymentWindow`. */
export interface PaymentWindowOptions {
  /** Closes the window; the promise resolves with nothing. */
  readonly signal?: AbortSignal | undefined
  /** Called synchronously once the script has accepted the request. */
  readonly onOpen?: (() => void) | undefined
}

type PayplePage = typeof globalThis & {
  PaypleCpayAuthCheck: (request: object) => void
  MainBodyAction?: (action: 'close') => void
}

/** How often layer and tab are looked at. One that is gone is believed the second time: the result may come right after. */
const LOOK_MS = 500

/** Ends the page's one window: the script has one slot for the request (`cPayData`). */
let active: ((result: WindowEnd) => void) | undefined

const back = (): void => active?.({})

/** Whether `PaypleCpayAuthCheck` is there. */
export const isPaypleLoaded = (): boolean => 'PaypleCpayAuthCheck' in window

/**
 * Calls `PaypleCpayAuthCheck` synchronously, so that the click's permission to open a tab is still there.
 * A result that names another order number is ignored: it was forged, or belongs to an older window. If the script closed the
 * window for it, the promise resolves with nothing a second later, and whoever waits asks the server.
 *
 * @param request the `PCD_*` object without `callbackFunction`; copied, never changed. Empty fields are left out
 * @returns how the window ended; never rejects (docs/protocol/domestic.md 3.5 to 3.7)
 */
export const openPaymentWindow = async (
  request: Readonly<Record<string, string | undefined>>,
  { signal, onOpen }: PaymentWindowOptions = {},
): Promise<WindowEnd> => {
  if (active) return { error: browserError('ALREADY_OPEN') }
  if (signal?.aborted) return {}
  return new Promise((resolve) => {
    const page = window as unknown as PayplePage
    const { alert, open } = page
    const layer = (): Element | null => document.querySelector('#layer_cpay')
    let tab: Window | null | undefined
    let said: string | undefined
    let layerSeen: unknown
    let timesGone = 0

    const close = (): void => {
      tab?.close()
      try {
        // Does not call back (3.1). May be missing, and after a refusal may leave the layer.
        page.MainBodyAction?.('close')
      } catch {}
      layer()?.remove()
    }
    const end = (result: WindowEnd): void => {
      if (active !== end) return
      active = undefined
      resolve(result)
      // In direct mode the script made its layer, too. Back would bring the page back with it.
      if (result.leaving) addEventListener('pageshow', close)
      else close()
    }
    const vanish = (): void => end({})
    const watch = (): void => {
      if (active !== end) return
      layerSeen ||= layer()
      if ((tab ? tab.closed : layerSeen && !layer()) && timesGone++) vanish()
      setTimeout(watch, LOOK_MS)
    }
    const callbackFunction = (raw?: Record<string, unknown>): void => {
      const theirs = raw?.['PCD_PAY_OID']
      if (theirs && theirs !== (request['PCD_PAY_OID'] ?? theirs)) return
      // Any frame can call this (3.6). What is not text or a number is no field of Payple's, and might not survive JSON.
      const fields: Record<string, unknown> = {}
      for (const name in raw) if (/str|num/.test(typeof raw[name])) fields[name] = raw[name]
      end({ raw: fields })
    }
    // The script posts the callback's source text, and quotes in it corrupt the form (3.2).
    callbackFunction.toString = () => 'callback'
    const sent: Record<string, unknown> = { callbackFunction }
    for (const name in request) {
      const value = request[name]
      // Goods and addresses: the script uses them as an address, or escapes by itself (3.2). An entity in them would break them.
      if (value)
        sent[name] = /Y_GOODS|Y_URL|auth_file/.test(name) ? value : value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
    }

    active = end
    addEventListener('popstate', back)
    signal?.addEventListener('abort', vanish)

    page.alert = (text) => (said = String(text))
    page.open = (...args) => (tab = open(...args))
    try {
      page.PaypleCpayAuthCheck(sent)
    } catch (error) {
      page.alert(error)
    }
    page.alert = alert
    page.open = open
    watch()

    const blocked = tab === null || /팝업/.test(said as string)
    // A failed auth request is silent, but only a successful one writes the key back (3.2 step 3).
    if (blocked || said || (sent['payple_auth_file'] && !sent['PCD_AUTH_KEY'])) {
      end({ error: browserError(blocked ? 'POPUP_BLOCKED' : 'WINDOW_REFUSED', said) })
    } else if (active === end) {
      onOpen?.()
      // "http" anywhere in it is direct mode (3.5).
      if (/http/.test(request['PCD_RST_URL'] as string)) end({ leaving: true })
    }
  })
}
