import type {
  CheckoutOutcome,
  CheckoutView,
  PaypleError,
  PrepareBody,
  PreparedCheckout,
  WindowInstructions,
} from '@payple-kit/core'
import { browserError } from './browser-error.ts'
import type { Checkout, CheckoutOptions, CheckoutSnapshot, CheckoutStatus, CheckoutWorld } from './checkout-types.ts'
import { createCall } from './companion.ts'
import type { Call } from './companion.ts'
import { loadPayple } from './load-payple.ts'
import { openPaymentWindow } from './payment-window.ts'
import type { PaymentWindowOptions, WindowEnd } from './payment-window.ts'

/** All that `POST checkouts` may answer: a window, an outcome or an error. */
type Prepared = Omit<Extract<PreparedCheckout, { kind: 'window' }>, 'kind'> &
  Partial<Extract<PreparedCheckout, { kind: 'outcome' }>> & { readonly error?: PaypleError | undefined }
/** Either product's window; only the overseas one needs the companion. */
type OpenWindow = (
  request: WindowInstructions['request'],
  options: PaymentWindowOptions,
  call: Call,
) => Promise<WindowEnd>
type Ask = () => Promise<CheckoutOutcome | undefined | false>
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** Seconds between the first questions; when they are used up, `start()` says `unknown` and questions go on at leisure. */
const WAITS = [1, 2, 3, 5, 8]
const LEISURE = 15e3

/** A preparation counts for at least this long, or a buyer's fast clock would renew it for ever. Milliseconds. */
const MIN_FRESH_MS = 60_000
const CLOSED = { PCD_PAY_RST: 'close' }

/**
 * The checkout of one order. Most callers want `sharedCheckout`, which gives every part of a page the same one.
 * How it travels: ARCHITECTURE.md, "The way of a payment".
 */
export const createCheckout = (options: CheckoutOptions): Checkout => {
  const { orderId, method = 'app-card', companion: base = '/payple', display = 'auto', nonce, world = {} } = options
  const call = createCall(base, world.fetch)
  const initial: CheckoutSnapshot = { status: 'idle', orderId, method }
  const listeners = new Set<() => void>()

  let snapshot = initial as Writable<CheckoutSnapshot>
  let request: WindowInstructions['request']
  let open: OpenWindow = openPaymentWindow
  /** Until when the prepared request counts; 0 when there is none. */
  let freshUntil = 0
  /** Resolves with what keeps the window from opening. */
  let preparing: Promise<PaypleError | undefined> | undefined
  let running: Promise<CheckoutOutcome> | undefined
  let control: AbortController | undefined
  /** Ends the waiting of an attempt whose page was about to leave. */
  let comeBack: ((event?: unknown) => void) | undefined
  let nextLook: ReturnType<typeof setTimeout>

  const is = (statuses: RegExp): boolean => statuses.test(snapshot.status)
  const isStale = (): boolean => Date.now() >= freshUntil && !is(/open|sett|paid|regis|unk/)
  const set = (status: CheckoutStatus, outcome?: CheckoutOutcome): void => {
    snapshot = { ...snapshot, status, outcome, error: (outcome as Partial<CheckoutSnapshot> | undefined)?.error }
    // Preparing behind an outcome is quiet: the buyer still reads how the last attempt ended.
    if (!(outcome || is(/open|sett/))) snapshot.status = preparing ? 'preparing' : freshUntil ? 'ready' : 'idle'
    for (const listener of listeners) listener()
  }

  /** Tells that the preparation has changed. */
  const refresh = (): void => set(snapshot.status, snapshot.outcome)

  const conclude = (outcome: CheckoutOutcome): void => {
    // Two questions may be under way at once: the same answer is not news, and a late doubt takes nothing back.
    if (outcome.status === 'unknown' ? !snapshot.outcome : outcome.status !== snapshot.status)
      set(outcome.status, outcome)
    clearTimeout(nextLook)
    // At leisure only while somebody looks.
    if (is(/unk/) && listeners.size) nextLook = setTimeout(() => void settle(LEISURE), LEISURE)
  }

  const look: Ask = async () => (await call<CheckoutView>(`/${snapshot.checkoutId}`, 'checkoutId')).outcome
  /** The next question. A result in hand is reported until the companion has it: looking alone would never bring it there. */
  let ask = look

  const prepare = async (): Promise<PaypleError | undefined> => {
    // While another window is paying this order, only the next click may prepare it: it may be paid by then.
    if (!preparing && isStale() && snapshot.error?.code !== 'ALREADY_OPEN') {
      preparing = renew()
        // The part for overseas cards could not be fetched.
        .catch(() => browserError('OFFLINE'))
        .finally(() => {
          preparing = undefined
          refresh()
        })
      refresh()
    }
    return preparing
  }

  const renew = async (): Promise<PaypleError | undefined> => {
    freshUntil = 0
    // The script's own test (docs/protocol/domestic.md 3.5); an iPad that says macOS is a PC to both.
    const auto = /ip(hone|od|ad)|android/i.test(navigator.userAgent) ? 'redirect' : 'callback'
    const body: PrepareBody = { orderId, method, display: display === 'auto' ? auto : display }
    const {
      error,
      window,
      kind: _kind,
      expiresAt,
      outcome,
      ...order
    } = (await call('', 'checkoutId', body)) as Prepared
    if (error) return error
    snapshot = { ...snapshot, ...order }
    if (outcome) conclude(outcome)
    else {
      const code = await loadPayple(window, nonce)
      if (code) return browserError(code)
      // Whoever pays with no overseas card loads nothing of it. After the script, of which it keeps a function.
      if (window.call) ({ open } = await import('./overseas.ts'))
      request = window.request
      freshUntil = Math.max(expiresAt, Date.now() + MIN_FRESH_MS)
      // A timer may be early by the clock; a second later it is surely time. One that overflows fires at once and finds it fresh.
      setTimeout(wake, freshUntil - Date.now() + 1000)
    }
    return undefined
  }

  const wake = (event?: Event): void => {
    if (!listeners.size || document.hidden || (event as PageTransitionEvent | undefined)?.persisted === false) return
    comeBack?.()
    if (freshUntil) void prepare()
  }

  // No await before the window when the preparation is fresh: the click's permission to open a tab would be lost.
  const run = async (): Promise<CheckoutOutcome> => {
    const { signal } = (control = new AbortController())
    let trouble: PaypleError | undefined
    if (isStale()) {
      set('idle')
      trouble = await prepare()
    }
    if (is(/unk/)) await settle()
    else if (trouble) conclude({ status: 'failed', error: trouble })
    else if (freshUntil) {
      freshUntil = 0
      const path = `/${snapshot.checkoutId}`
      const ending = open(request, { signal, onOpen: () => void call(`${path}/open`, '', {}) }, call)
      set('open')
      // Held for the attempt. Another tab holding it means that the buyer is paying there: this window goes.
      const locks: CheckoutWorld['locks'] = world.locks ?? navigator.locks
      locks
        ?.request(`payple:${orderId}`, { ifAvailable: true }, (lock) => {
          if (lock) return running
          trouble = browserError('ALREADY_OPEN')
          return control?.abort()
        })
        .catch(() => {})

      const { raw, leaving, error = raw ? undefined : trouble } = await ending
      if (error) conclude({ status: 'failed', error })
      else {
        if (leaving) await new Promise<unknown>((resolve) => signal.addEventListener('abort', (comeBack = resolve)))
        let result = raw ?? CLOSED
        // Closing needs no witness, unless money may have moved: in the window itself, or told to the companion by the gateway. It cannot have
        // in CERT and AUTH, the only ones with a T.
        const harmless = result['PCD_PAY_RST'] === 'close' && !leaving && /T/.test(request['PCD_PAY_WORK'] as string)
        ask = async () => {
          const answer = await call<CheckoutOutcome>(`${path}/result`, 'status', { result })
          if (answer.status) {
            ask = look
            return answer as CheckoutOutcome
          }
          // What was refused would be refused for ever. The window is closed, and the companion says what it knows of it.
          if (!/OFFLINE|INTERNAL/.test((answer.error as PaypleError).code)) result = CLOSED
          return harmless && { status: 'canceled' }
        }
        await settle()
      }
      void prepare()
    }
    return snapshot.outcome as CheckoutOutcome
  }

  /** Asks until it is known, or until patience is used up. */
  const settle = async (asked = 0): Promise<void> => {
    if (!asked) set('settling')
    const outcome = (await ask()) || { status: 'unknown', checkoutId: snapshot.checkoutId as string }
    const wait = WAITS[asked]
    if (outcome.status === 'unknown' && wait) {
      await new Promise((resolve) => setTimeout(resolve, wait * 1000))
      await settle(asked + 1)
    } else conclude(outcome)
  }

  return {
    subscribe: (listener) => {
      listeners.add(listener)
      // They stay with the page, as the checkout does: without a listener `wake` does nothing.
      addEventListener('visibilitychange', wake)
      addEventListener('pageshow', wake)
      if (is(/unk/)) void settle(LEISURE)
      return () => {
        listeners.delete(listener)
        if (listeners.size) return
        // Whoever comes next gets the amount of then.
        freshUntil = 0
        refresh()
      }
    },
    getSnapshot: () => snapshot,
    getServerSnapshot: () => initial,
    prepare,
    start: () => (running ??= run().finally(() => (running = undefined))),
    cancel: async () => {
      control?.abort()
      return running
    },
    reset: () => {
      if (!(running || is(/unk/))) set('idle')
    },
  }
}
