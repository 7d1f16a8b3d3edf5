import type { CheckoutOutcome, CheckoutView, PaypleError, PrepareBody, PreparedCheckout } from '@payple-kit/core'
import { browserError } from './browser-error.ts'

/** What the companion said, or why there is no answer: its own error, or `OFFLINE` when it could not be understood. */
export type Reply<Value> =
  | { readonly value: Value; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: PaypleError }

/** Client of the companion's routes (ARCHITECTURE.md, "The companion's routes"). Nothing in it throws or rejects. */
export interface Companion {
  /** `POST checkouts` */
  readonly prepare: (body: PrepareBody) => Promise<Reply<PreparedCheckout>>
  /** `POST checkouts/<id>/open`: fire and forget. */
  readonly opened: (checkoutId: string) => void
  /** `POST checkouts/<id>/result` */
  readonly report: (checkoutId: string, result: Readonly<Record<string, unknown>>) => Promise<Reply<CheckoutOutcome>>
  /** `GET checkouts/<id>` */
  readonly view: (checkoutId: string) => Promise<Reply<CheckoutView>>
}

/** An answer later than this is no answer. Milliseconds. */
const TIMEOUT_MS = 15_000

/** A right answer as it came, or one with `error` and without the proof. */
export type Answer<Value> = Partial<Value> & { readonly error?: PaypleError | undefined }

/** One question. `proof`: a field every right answer has. A wrong mount path often answers 200 with something else. */
export type Call = <Value>(path: string, proof: string, body?: object) => Promise<Answer<Value>>

/** What is below `createCompanion`; the checkout uses it as it is, because every name rides along in every bundle. */
export const createCall =
  (base: string, send?: typeof fetch): Call =>
  async <Value>(path: string, proof: string, body?: object): Promise<Answer<Value>> => {
    try {
      const response = await (send ?? fetch)(`${base}/checkouts${path}`, {
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body && {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
        // The page may leave before the request has: in direct mode always, and whenever the buyer is impatient.
        keepalive: true,
      })
      const answer = (await response.json()) as Record<string, unknown> & Answer<Value>
      // No error of the companion's has the field that proves a right answer.
      if (response.ok ? answer[proof] : answer.error?.buyer) return answer
    } catch {}
    return { error: browserError('OFFLINE') } as Answer<Value>
  }

/**
 * @param base mount path of the companion, `/payple`, or its absolute URL; no slash at the end
 * @param send default: the page's `fetch`, looked up at each call
 */
export function createCompanion(base: string, send?: typeof fetch): Companion {
  const call = createCall(base, send)
  const ask = async <Value>(path: string, proof: string, body?: object): Promise<Reply<Value>> => {
    const answer = await call<Value>(path, proof, body)
    return proof in answer ? { value: answer as Value } : (answer as { error: PaypleError })
  }
  return {
    prepare: (body) => ask('', 'kind', body),
    opened: (id) => void call(`/${id}/open`, '', {}),
    report: (id, result) => ask(`/${id}/result`, 'status', { result }),
    view: (id) => ask(`/${id}`, 'checkoutId'),
  }
}
