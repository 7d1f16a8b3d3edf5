import { SHOP } from '../processes/shop.ts'

/** What came of a call: an answer, or a connection that broke because somebody died. */
export type Answer<Body> = { readonly ok: true; readonly body: Body } | { readonly ok: false; readonly why: string }

const PATIENCE_MS = 6_000

/** Sends one call to a companion. Never rejects. */
export async function ask<Body>(url: string, body?: unknown): Promise<Answer<Body>> {
  const headers = { origin: SHOP, 'content-type': 'application/json' }
  const post = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
  try {
    const answer = await fetch(url, { headers, ...post, signal: AbortSignal.timeout(PATIENCE_MS) })
    const read: unknown = await answer.json()
    if (answer.ok) return { ok: true, body: read as Body }
    const { error } = read as { error?: { code?: string } }
    return { ok: false, why: `${answer.status} ${error?.code ?? ''}` }
  } catch (error) {
    return { ok: false, why: nameOf(error) }
  }
}

/** Asks again and again, each time at the next companion, until the answer is good enough or the tries are used up. */
export async function insist<Body>(
  send: (attempt: number) => Promise<Answer<Body>>,
  isEnough: (body: Body) => boolean = () => true,
  tries = 20,
): Promise<Body | undefined> {
  let last: Body | undefined
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const answer = await send(attempt)
    if (answer.ok) {
      last = answer.body
      if (isEnough(last)) return last
    }
    await pause(150 + 50 * attempt)
  }
  return last
}

/** The harness kills real processes and waits for real time. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function nameOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause
  return cause?.code ?? (error as Error).name
}
