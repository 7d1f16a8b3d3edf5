import type { CheckoutOutcome, CheckoutView, PaypleError, PrepareBody, PreparedCheckout } from '@payple-kit/core'
import { browserError } from './browser-error.ts'
import type { Checkout, CheckoutOptions, CheckoutSnapshot, CheckoutWorld } from './checkout-types.ts'
import { createCall } from './companion.ts'
import { loadPayple } from './load-payple.ts'
import { openPaymentWindow } from './payment-window.ts'

type PreparedWindow = Extract<PreparedCheckout, { kind: 'window' }>

type Ask = () => Promise<CheckoutOutcome | undefined>
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The script's own test (docs/protocol/domestic.md 3.5); an iPad that says macOS is a PC to both. */
const PHONE = /iphone|ipod|ipad|android/i

/** Statuses of a checkout that waits for the buyer, and all from which a window may open. */
const WAITING = /idle|ready|prep/
const OPENABLE = /idle|ready|prep|cancel|fail/

/** Milliseconds between the first questions; when they are used up, `start()` says `unknown` and questions go on at leisure. */
const WAITS = [1e3, 2e3, 3e3, 5e3, 8e3]
const LEISURE = 15e3

/** A preparation counts for at least this long, or a buyer's fast clock would renew it for ever. Milliseconds. */
const MIN_FRESH_MS = 60_000
/** Longer timers overflow and fire at once. Milliseconds. */
const MAX_TIMER_MS = 2e9
const CLOSED = { PCD_PAY_RST: 'close' }

const IDLE = { status: 'idle', outcome: undefined, error: undefined } as const

/**
 * The checkout of one order. Most callers want `sharedCheckout`, which gives every part of a page the same one.
 * How it travels: ARCHITECTURE.md, "The way of a payment".
 */
export function createCheckout(options: CheckoutOptions): Checkout {
  const { orderId, method = 'app-card', companion: base = '/payple', display = 'auto', nonce, world = {} } = options
  const call = createCall(base, world.fetch)
  const initial: CheckoutSnapshot = { status: 'idle', orderId, method }
  const listeners = new Set<() => void>()

  let snapshot = initial as Writable<CheckoutSnapshot>
  let prepared: PreparedWindow | undefined
  let freshUntil = 0
  let trouble: PaypleError
  let preparing: Promise<void> | undefined
  let running: Promise<CheckoutOutcome> | undefined
  let control: AbortController | undefined
  /** Ends the waiting of an attempt whose page was about to leave. */
  let comeBack: (() => void) | undefined
  let nextLook: ReturnType<typeof setTimeout>

  const is = (statuses: RegExp): boolean => statuses.test(snapshot.status)
  const isStale = (): boolean => !(prepared && Date.now() < freshUntil) && is(OPENABLE)
  const set = (change?: Partial<CheckoutSnapshot>): void => {
    snapshot = { ...snapshot, ...change }
    // Preparing behind an outcome is quiet: the buyer still reads how the last attempt ended.
    if (is(WAITING)) snapshot.status = preparing ? 'preparing' : prepared ? 'ready' : 'idle'
    for (const listener of listeners) listener()
  }

  const conclude = (outcome: CheckoutOutcome): CheckoutOutcome => {
    const { status, error } = outcome as CheckoutSnapshot
    // Two questions may be under way at once: the same answer is not news, and a late doubt takes nothing back.
    if (status !== snapshot.status && !(status === 'unknown' && is(/paid|regis|cancel|fail/))) {
      set({ status, outcome, error })
    }
    clearTimeout(nextLook)
    // At leisure only while somebody looks.
    if (is(/unk/) && listeners.size) nextLook = setTimeout(() => void settle(LEISURE), LEISURE)
    return outcome
  }

  const look: Ask = async () => (await call<CheckoutView>(`/${snapshot.checkoutId}`, 'checkoutId')).value?.outcome
  /** The next question. A result in hand is reported until the companion has it: looking alone would never bring it there. */
  let ask = look

  const prepare = async (): Promise<void> => {
    // While another window is paying this order, only the next click may prepare it: it may be paid by then.
    if (!preparing && isStale() && snapshot.error?.code !== 'ALREADY_OPEN') {
      preparing = renew().finally(() => {
        preparing = undefined
        set()
      })
      set()
    }
    await preparing
  }

  const renew = async (): Promise<void> => {
    prepared = undefined
    const phone = PHONE.test(navigator.userAgent)
    const how = display !== 'auto' ? display : phone ? 'redirect' : 'callback'
    const body: PrepareBody = { orderId, method, display: how }
    const { value, error } = await call<PreparedCheckout>('', 'kind', body)
    if (!value) trouble = error
    else if (value.kind === 'outcome') {
      snapshot = { ...snapshot, checkoutId: value.checkoutId }
      conclude(value.outcome)
    } else {
      const { kind: _kind, window, expiresAt, ...order } = value
      const code = await loadPayple(window, nonce)
      if (code) {
        trouble = browserError(code)
        return
      }
      const freshMs = Math.min(Math.max(expiresAt - Date.now(), MIN_FRESH_MS), MAX_TIMER_MS)
      prepared = value
      freshUntil = Date.now() + freshMs
      // A timer may be early by the clock; a second later it is surely time.
      setTimeout(wake, freshMs + 1000)
      snapshot = { ...snapshot, ...order, inTab: phone && how === 'callback' }
    }
  }

  const wake = (event?: Event): void => {
    if (!listeners.size || document.hidden || (event as PageTransitionEvent | undefined)?.persisted === false) return
    comeBack?.()
    if (prepared) void prepare()
  }

  // No await before the window when the preparation is fresh: the click's permission to open a tab would be lost.
  const run = async (): Promise<CheckoutOutcome> => {
    const { signal } = (control = new AbortController())
    if (isStale()) {
      set(IDLE)
      await prepare()
    }
    if (is(/unk/)) return settle()
    if (!prepared) return snapshot.outcome ?? conclude({ status: 'failed', error: trouble })

    const { checkoutId, window } = prepared
    let elsewhere: PaypleError | undefined
    prepared = undefined
    const path = `/${checkoutId}`
    const ending = openPaymentWindow(window.request, { signal, onOpen: () => void call(`${path}/open`, '', {}) })
    set({ ...IDLE, status: 'open' })
    // Held for the attempt. Another tab holding it means that the buyer is paying there: this window goes.
    const locks: CheckoutWorld['locks'] = world.locks ?? navigator.locks
    locks
      ?.request(`payple:${orderId}`, { ifAvailable: true }, (lock) => {
        if (lock) return running
        elsewhere = browserError('ALREADY_OPEN')
        return control?.abort()
      })
      .catch(() => {})

    const { raw, leaving, error = raw ? undefined : elsewhere } = await ending
    if (error) conclude({ status: 'failed', error })
    else {
      if (leaving) await new Promise<void>((resolve) => signal.addEventListener('abort', (comeBack = () => resolve())))
      let result = raw ?? CLOSED
      // Closing needs no witness, unless money may have moved: in the window itself, or told to the companion by the gateway.
      const closed = result['PCD_PAY_RST'] === 'close' && !leaving && window.request['PCD_PAY_WORK'] !== 'PAY'
      const harmless: CheckoutOutcome | undefined = closed ? { status: 'canceled' } : undefined
      ask = async () => {
        const { value, error: refused } = await call<CheckoutOutcome>(`${path}/result`, 'status', { result })
        if (value) ask = look
        // What was refused would be refused for ever. The window is closed, and the companion says what it knows of it.
        else if (!/OFFLINE|INTERNAL/.test(refused.code)) result = CLOSED
        return value ?? harmless
      }
      await settle()
    }
    void prepare()
    return snapshot.outcome as CheckoutOutcome
  }

  /** Asks until it is known, or until patience is used up. */
  const settle = async (asked = 0): Promise<CheckoutOutcome> => {
    if (!asked) set({ status: 'settling' })
    const outcome = (await ask()) ?? { status: 'unknown', checkoutId: snapshot.checkoutId as string }
    if (outcome.status !== 'unknown' || !WAITS[asked]) return conclude(outcome)
    await new Promise((resolve) => setTimeout(resolve, WAITS[asked]))
    return settle(asked + 1)
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      // They stay with the page, as the checkout does: without a listener `wake` does nothing.
      addEventListener('visibilitychange', wake)
      addEventListener('pageshow', wake)
      if (is(/unk/)) void settle(LEISURE)
      return () => {
        listeners.delete(listener)
        if (listeners.size) return
        // Whoever comes next gets the amount of then.
        prepared = undefined
        set()
      }
    },
    getSnapshot: () => snapshot,
    getServerSnapshot: () => initial,
    prepare,
    start: () => (running ??= run().finally(() => (running = undefined))),
    async cancel() {
      control?.abort()
      return running
    },
    reset() {
      if (!running && !is(/unk/)) set(IDLE)
    },
  }
}
