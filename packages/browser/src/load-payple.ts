import type { WindowInstructions } from '@payple-kit/core'
import { loadShared, type ScriptFailure } from './load-script.ts'

/**
 * Loads what a window needs: the script that defines `call`, and jQuery before it only where `jqueryUrl` names one and the page has none
 * (docs/protocol/domestic.md 1.2.2).
 *
 * @returns `undefined` when the window can be opened, else why not; never throws
 */
export const loadPayple = async (
  { scriptUrl, jqueryUrl, call }: Pick<WindowInstructions, 'scriptUrl' | 'jqueryUrl' | 'call'>,
  nonce?: string,
): Promise<ScriptFailure | undefined> => {
  const failure = jqueryUrl && (await loadShared(jqueryUrl, () => 'jQuery' in window, nonce))
  return failure || loadShared(scriptUrl, () => (call ?? 'PaypleCpayAuthCheck') in window, nonce)
}
