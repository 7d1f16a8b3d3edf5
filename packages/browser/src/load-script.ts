import type { BrowserErrorCode } from '@payple-kit/core'

/** Why a script is not there: one of the browser's error codes. */
export type ScriptFailure = Extract<
  BrowserErrorCode,
  'SCRIPT_BLOCKED' | 'SCRIPT_TIMEOUT' | 'SCRIPT_NO_GLOBAL' | 'OFFLINE'
>

/** Options of `loadScript`. */
export interface LoadScriptOptions {
  /** Whether what the script defines is there. Asked before the first tag and after every load. */
  readonly ready: () => boolean
  /** CSP nonce for the tag. */
  readonly nonce?: string | undefined
  /** How many fresh tags to try after the first has failed. Default 2, after 0.5 s and 1 s. */
  readonly retries?: number | undefined
  /** Ends this caller's waiting. The load itself goes on for the others. */
  readonly signal?: AbortSignal | undefined
}

/** How long a tag may take. Milliseconds. */
const TAG_MS = 10_000

/** How long a tag that was in the page before us may stay silent. Its error event may be long gone. */
const FOREIGN_TAG_MS = 3000

/**
 * Tags that failed so far. The request of one may still hang, and browsers let the next one for the same address wait behind it;
 * so a fresh tag gets a fresh address. Payple's own pages put a query behind the script, too (docs/protocol/domestic.md 1.2).
 */
let failures = 0

const loads: Record<string, Promise<ScriptFailure | undefined>> = {}

/**
 * Loads a classic script once per page, however many callers ask. A failed load is not remembered: the next call tries again.
 * Options of the first caller count while its load runs.
 *
 * @returns `undefined` when `ready()` holds, else why not
 * @throws `signal.reason` when this caller's signal aborts; nothing else
 */
export function loadScript(url: string, options: LoadScriptOptions): Promise<ScriptFailure | undefined> {
  return new Promise((resolve, reject) => {
    const { signal } = options
    const stop = (): void => reject(signal?.reason as Error)
    if (signal?.aborted) return stop()
    signal?.addEventListener('abort', stop)
    void Promise.resolve(loadShared(url, options.ready, options.nonce, options.retries)).then(resolve)
  })
}

/** `loadScript` without the signal, which nothing in the kit needs, and without names for its options: they ride in every bundle. */
export const loadShared = (
  url: string,
  ready: () => boolean,
  nonce = '',
  retries = 2,
): Promise<ScriptFailure | undefined> | undefined => {
  const tryTags = async (): Promise<ScriptFailure | undefined> => {
    let script = document.querySelector(`script[src="${url}"]`) as HTMLScriptElement
    // Attempt 0 waits for a tag that was in the page before us, and costs no retry.
    for (let attempt = script ? 0 : 1; !ready(); attempt++) {
      const failure = await new Promise<ScriptFailure>((resolve) => {
        setTimeout(resolve, attempt ? TAG_MS : FOREIGN_TAG_MS, 'SCRIPT_TIMEOUT')
        if (attempt) {
          script = document.createElement('script')
          script.nonce = nonce
          script.src = url + '?'.repeat(failures)
          document.head.append(script)
        }
        script.addEventListener('load', () => resolve('SCRIPT_NO_GLOBAL'))
        script.addEventListener('error', () => resolve(navigator.onLine ? 'SCRIPT_BLOCKED' : 'OFFLINE'))
      })
      if (!ready()) {
        // A failed tag goes, so that the next one is not its duplicate and a later call does not wait for it.
        script.remove()
        failures++
        if (attempt > retries) return failure
        await new Promise((resolve) => setTimeout(resolve, attempt * 500))
      }
    }
    return undefined
  }
  // Ready by another way counts, whatever an older tag is doing.
  return ready() ? undefined : (loads[url] ??= tryTags().finally(() => delete loads[url]))
}
