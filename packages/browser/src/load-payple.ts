import type { WindowInstructions } from '@payple-kit/core'
import { loadShared, type ScriptFailure } from './load-script.ts'
import { isPaypleLoaded } from './payment-window.ts'

/**
 * Loads what `openPaymentWindow` needs: Payple's script, and jQuery before it only where `jqueryUrl` names one and the page has none
 * (docs/protocol/domestic.md 1.2.2).
 *
 * @returns `undefined` when the window can be opened, else why not; never throws
 */
export const loadPayple = async (
  { scriptUrl, jqueryUrl }: Pick<WindowInstructions, 'scriptUrl' | 'jqueryUrl'>,
  nonce?: string,
): Promise<ScriptFailure | undefined> => {
  const failure = jqueryUrl && (await loadShared(jqueryUrl, () => 'jQuery' in window, nonce))
  return failure || loadShared(scriptUrl, isPaypleLoaded, nonce)
}
