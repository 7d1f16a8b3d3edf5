import type { CheckoutOutcome } from '@payple-kit/core'
import type { CheckoutWorld } from './checkout-types.ts'
import { createCompanion } from './companion.ts'

/**
 * What the landing page knows. `missing`: no checkout of this id. `settling` becomes `unknown` after about 20 s of doubt;
 * questions go on every 15 s either way.
 */
export type ReturnStatus = 'loading' | 'settling' | 'missing' | CheckoutOutcome['status']

/** What a return looks like now. A new object at every change. */
export interface ReturnSnapshot {
  readonly status: ReturnStatus
  readonly orderId?: string | undefined
  readonly outcome?: CheckoutOutcome | undefined
}

/** Options of `createCheckoutReturn`. */
export interface CheckoutReturnOptions {
  /** From the landing page's address. */
  readonly checkoutId: string
  /** Mount path or URL of the companion. Default `/payple`. */
  readonly companion?: string | undefined
  readonly world?: Pick<CheckoutWorld, 'fetch'> | undefined
}

/** Follows a checkout on the page the buyer comes back to. Only looks, so that reload and Back change nothing. */
export interface CheckoutReturn {
  /** Asks as long as there is a listener and the outcome is open. */
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => ReturnSnapshot
  /** Asks again now. Never rejects. */
  readonly refresh: () => Promise<void>
}

const WAITS = [1, 2, 3, 5, 8]
const LATER_WAIT = 15

/** Follows `GET checkouts/<id>` with back-off until the outcome is final (ARCHITECTURE.md, "The companion's routes"). */
export function createCheckoutReturn(options: CheckoutReturnOptions): CheckoutReturn {
  const { checkoutId, companion = '/payple', world = {} } = options
  const { view } = createCompanion(companion, world.fetch)
  const listeners = new Set<() => void>()
  let snapshot: ReturnSnapshot = { status: 'loading' }
  let following = false

  const set = (change: ReturnSnapshot): void => {
    if (change.status === snapshot.status) return
    snapshot = change
    for (const listener of listeners) listener()
  }
  const isOpen = (): boolean => /loading|settling|unknown/.test(snapshot.status)

  async function look(asked: number): Promise<void> {
    const { value, error } = await view(encodeURIComponent(checkoutId))
    if (!isOpen()) return
    if (error?.code === 'CHECKOUT_NOT_FOUND') return set({ status: 'missing' })
    const { outcome } = value ?? {}
    if (outcome && outcome.status !== 'unknown') set({ status: outcome.status, outcome, orderId: value?.orderId })
    else set({ ...snapshot, status: asked < WAITS.length ? 'settling' : 'unknown', outcome, orderId: value?.orderId })
  }

  async function follow(): Promise<void> {
    if (following) return
    following = true
    for (let asked = 0; isOpen() && listeners.size; asked++) {
      await look(asked)
      if (isOpen()) await new Promise<void>((resolve) => setTimeout(resolve, (WAITS[asked] ?? LATER_WAIT) * 1000))
    }
    following = false
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      void follow()
      return () => listeners.delete(listener)
    },
    getSnapshot: () => snapshot,
    refresh: () => look(snapshot.status === 'unknown' ? WAITS.length : 0),
  }
}
