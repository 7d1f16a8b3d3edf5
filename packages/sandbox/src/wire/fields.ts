/** Reading request bodies. A body is untrusted: it may be huge, broken, or of the wrong kind. */

/** Flat `name → text` of one request. A `Map`, so that a field called `__proto__` is only a field. */
export type Fields = ReadonlyMap<string, string>

/** Largest body the sandbox reads, in bytes. */
const BODY_LIMIT = 64 * 1024

/** Thrown when a body is larger than `BODY_LIMIT`; answered with 413. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
}

/** The value of a field, or `''` when it was not sent: Payple treats both alike. */
export function text(fields: Fields, name: string): string {
  return fields.get(name) ?? ''
}

/** Reads at most `BODY_LIMIT` bytes as UTF-8. Throws `BodyTooLargeError` beyond that. */
export async function readBody(request: Request): Promise<string> {
  // Firefox has no `body` on requests; there the length is checked after reading.
  if (!request.body) return withinLimit(await request.text())
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let size = 0
  let body = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return body + decoder.decode()
    size += value.byteLength
    if (size > BODY_LIMIT) {
      await reader.cancel()
      throw new BodyTooLargeError(`The body is larger than ${BODY_LIMIT} bytes.`)
    }
    body += decoder.decode(value, { stream: true })
  }
}

function withinLimit(body: string): string {
  if (body.length > BODY_LIMIT) throw new BodyTooLargeError(`The body is larger than ${BODY_LIMIT} bytes.`)
  return body
}

/**
 * A flat JSON object as fields. Numbers and booleans become text, because Payple takes amounts and dates as either
 * (docs/protocol/domestic.md section 11.2 U16). Nested values are dropped. `undefined` when it is no JSON object.
 */
export function parseJson(body: string): Fields | undefined {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const fields = new Map<string, string>()
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry === 'string') fields.set(name, entry)
    else if (typeof entry === 'number' || typeof entry === 'boolean') fields.set(name, String(entry))
  }
  return fields
}

/** `application/x-www-form-urlencoded` as fields. Of a repeated name the last one counts, as in PHP. */
export function parseForm(body: string): Fields {
  return new Map(new URLSearchParams(body))
}
