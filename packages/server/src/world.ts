/** What the companion takes from outside, so that tests can hold the clock and break the network. */
export interface World {
  /** Epoch milliseconds. Default `Date.now`. */
  readonly clock: () => number
  /** Random bytes for ids. Default `crypto.getRandomValues`. */
  readonly ids: (size: number) => Uint8Array<ArrayBuffer>
  /** Sends a request to the gateway. Default the global `fetch`. */
  readonly fetch: (request: Request) => Promise<Response>
  /** A signal that aborts after so many milliseconds. Default `AbortSignal.timeout`. */
  readonly deadline: (ms: number) => AbortSignal
}

/** The real world. */
export const REAL_WORLD: World = {
  clock: () => Date.now(),
  ids: (size) => globalThis.crypto.getRandomValues(new Uint8Array(size)),
  fetch: (request) => globalThis.fetch(request),
  deadline: (ms) => AbortSignal.timeout(ms),
}
