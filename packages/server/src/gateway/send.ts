import { readBounded } from '../http/read-bounded.ts'
import type { Log } from '../log.ts'
import type { World } from '../world.ts'
import { wasNeverSent } from './failure.ts'

/**
 * What became of a call. `not-sent`: nothing can have happened. `lost`: it may have been carried out; only a lookup can tell.
 */
export type Reply<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'not-sent'; readonly reason: string }
  | { readonly kind: 'lost'; readonly reason: string }

/** One call to the gateway. */
export interface Call {
  /** For the log. */
  readonly operation:
    | 'auth'
    | 'confirm'
    | 'charge'
    | 'lookup'
    | 'cancel'
    | 'billing-key'
    | 'billing-key-delete'
    | 'receipt'
    | 'link'
    | 'token'
  /** Path and query on the pinned host. */
  readonly path: string
  readonly body: Readonly<Record<string, string>>
  readonly timeoutMs: number
  readonly authorization?: string | undefined
  /** Take JSON whatever the status is: nobody knows which one the overseas gateway answers errors with (docs/protocol/overseas.md 1.6). */
  readonly anyStatus?: boolean | undefined
}

/** Where calls go and what they carry. */
export interface Line {
  /** The pinned host. */
  readonly gateway: string
  /** The shop's origin, sent as `Referer` on every call (docs/protocol/domestic.md 1.5). */
  readonly referer: string
  readonly world: Pick<World, 'fetch' | 'deadline'>
  readonly log: Log
}

const ANSWER_LIMIT = 256 * 1024

/**
 * The only place that talks to the gateway. Never rejects, never follows a redirect, never repeats a call.
 * An answer is JSON in an HTTP 200; anything else after sending is `lost`.
 */
export async function send(line: Line, call: Call): Promise<Reply<unknown>> {
  const reply = await exchange(line, call)
  const reason = reply.kind === 'answer' ? undefined : reply.reason
  line.log(reply.kind === 'answer' ? 'info' : 'warn', 'gateway', {
    operation: call.operation,
    reply: reply.kind,
    reason,
  })
  return reply
}

async function exchange({ gateway, referer, world }: Line, call: Call): Promise<Reply<unknown>> {
  const signal = world.deadline(call.timeoutMs)
  try {
    const request = new Request(gateway + call.path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'cache-control': 'no-cache',
        referer,
        ...(call.authorization === undefined ? {} : { authorization: call.authorization }),
      },
      body: JSON.stringify(call.body),
      redirect: 'error',
      signal,
    })
    const response = await orAborted(world.fetch(request), signal)
    if (response.status !== 200 && call.anyStatus !== true) {
      void response.body?.cancel().catch(() => undefined)
      return { kind: 'lost', reason: `http-${response.status}` }
    }
    const bytes = await orAborted(readBounded(response.body, ANSWER_LIMIT), signal)
    if (bytes === 'too-large') return { kind: 'lost', reason: 'too-large' }
    return parse(new TextDecoder().decode(bytes))
  } catch (error) {
    if (signal.aborted) return { kind: 'lost', reason: 'timeout' }
    return wasNeverSent(error) ? { kind: 'not-sent', reason: 'unreachable' } : { kind: 'lost', reason: 'connection' }
  }
}

function parse(text: string): Reply<unknown> {
  try {
    const answer: unknown = JSON.parse(text)
    if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return { kind: 'answer', answer }
  } catch {
    // Falls through: a page instead of JSON says nothing about the money.
  }
  return { kind: 'lost', reason: 'not-json' }
}

/** A `fetch` that ignores its signal must not hold the buyer for ever. */
function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason as Error)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
