import type { BrowserErrorCode } from '@payple-kit/core'

/** Why a script is not there: a code of `BROWSER_ERRORS`. */
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
    void loadShared(url, options).then(resolve)
  })
}

/** `loadScript` without the signal, which nothing in the kit needs: it would ride along in every bundle. */
export async function loadShared(
  url: string,
  options: Omit<LoadScriptOptions, 'signal'>,
): Promise<ScriptFailure | undefined> {
  // Ready by another way counts, whatever an older tag is doing.
  return options.ready() ? undefined : (loads[url] ??= tryTags(url, options).finally(() => delete loads[url]))
}

async function tryTags(
  url: string,
  { ready, nonce, retries = 2 }: Omit<LoadScriptOptions, 'signal'>,
): Promise<ScriptFailure | undefined> {
  let foreign = document.querySelector<HTMLScriptElement>(`script[src="${url}"]`)
  // A foreign tag costs no retry.
  for (let attempt = foreign ? 0 : 1; !ready(); attempt++) {
    const script = foreign ?? document.createElement('script')
    const failure = await new Promise<ScriptFailure>((resolve) => {
      setTimeout(resolve, foreign ? FOREIGN_TAG_MS : TAG_MS, 'SCRIPT_TIMEOUT')
      script.addEventListener('load', () => resolve('SCRIPT_NO_GLOBAL'))
      script.addEventListener('error', () => resolve(navigator.onLine ? 'SCRIPT_BLOCKED' : 'OFFLINE'))
      if (foreign) return
      if (nonce) script.nonce = nonce
      script.src = failures ? `${url}${url.includes('?') ? '&' : '?'}${failures}` : url
      document.head.append(script)
    })
    if (ready()) break
    // A failed tag goes, so that the next one is not its duplicate and a later call does not wait for it.
    script.remove()
    foreign = null
    failures++
    if (attempt > retries) return failure
    await new Promise((resolve) => setTimeout(resolve, attempt * 500))
  }
  return undefined
}
