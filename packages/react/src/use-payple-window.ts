import { useEffect, useMemo, useState } from 'react'
import {
  browserError,
  isPaypleLoaded,
  loadPayple,
  openPaymentWindow,
  type PaymentWindowOptions,
} from '@payple-kit/browser'
import { SCRIPT_PATHS, type Environment, type PaypleError, type WindowRequest } from '@payple-kit/core'
import { unverified, type UnverifiedResult } from './unverified-result.ts'

/** Options of `usePaypleWindow`. */
export interface PaypleWindowOptions {
  /** Must fit the key in the request: mixing them fails without a word (docs/protocol/domestic.md 1.2). */
  readonly environment: Environment
  /** Which script: the current one (default), or that of 2020, which asks the shop's auth file and needs jQuery. */
  readonly authentication?: 'clientKey' | 'authFile' | undefined
  /** Where to get jQuery when the page has none; for `authFile`. */
  readonly jqueryUrl?: string | undefined
  /** CSP nonce for script tags. */
  readonly nonce?: string | undefined
}

/** Payple's window in the hands of a component. */
export interface PaypleWindow {
  /**
   * Opens the window; within the click once `status` is `ready`. While one is open, returns its promise. Never rejects. The result is hearsay: send it to your
   * server, compare order number and amount with the order, confirm (`CERT`) or look the payment up (`PAY`) there.
   */
  readonly open: (request: WindowRequest) => Promise<UnverifiedResult>
  /** Closes the window; `open` resolves with `closed`. */
  readonly close: () => void
  /** `open` lasts until the result; in direct mode `ready` comes back at once, because the page is about to leave. */
  readonly status: 'idle' | 'preparing' | 'ready' | 'open'
  /** Why the window did not open or the script did not load. */
  readonly error?: PaypleError | undefined
  /** Loads the script; done on mount, and again by `open` where it failed. Never rejects. */
  readonly prepare: () => Promise<void>
}

type Actions = Pick<PaypleWindow, 'open' | 'close' | 'prepare'>

/**
 * Direct mode: the shape of Payple's own manual, for shops with a server of their own. Needs no provider and no companion.
 */
export const usePaypleWindow = ({
  environment,
  authentication = 'clientKey',
  jqueryUrl,
  nonce,
}: PaypleWindowOptions): PaypleWindow => {
  // Core's `gatewayOrigin` without its checks, which cost a sixth of the hook. What is no environment loads no script.
  const origins = { test: 'https://democpay.payple.kr', live: 'https://cpay.payple.kr' }
  const origin = origins[environment as keyof typeof origins] ?? (environment as { sandbox: string }).sandbox
  const scriptUrl = origin + SCRIPT_PATHS[authentication]
  const [state, setState] = useState<Pick<PaypleWindow, 'status' | 'error'>>({ status: 'idle' })
  const actions = useMemo((): Actions => {
    let control: AbortController | undefined
    let running: Promise<UnverifiedResult> | undefined
    const prepare = async (): Promise<void> => {
      setState({ status: 'preparing' })
      const code = await loadPayple({ scriptUrl, jqueryUrl }, nonce)
      setState({ status: code ? 'idle' : 'ready', error: code && browserError(code) })
    }
    // No await before the window when the script is there: the click's permission to open a tab would be lost.
    const run = async (request: WindowRequest, options: PaymentWindowOptions): Promise<UnverifiedResult> => {
      if (!isPaypleLoaded()) await prepare()
      setState({ status: 'open' })
      const end = await openPaymentWindow(request, options)
      setState({ status: 'ready', error: end.error })
      return unverified(end)
    }
    return {
      prepare,
      open: (request) =>
        // oxlint-disable-next-line react/immutability -- nothing is rendered from it
        (running ??= run(request, (control = new AbortController())).finally(() => (running = undefined))),
      close: () => control?.abort(),
    }
  }, [scriptUrl, jqueryUrl, nonce])
  useEffect(() => {
    void actions.prepare()
    return actions.close
  }, [actions])
  return { ...state, ...actions }
}
