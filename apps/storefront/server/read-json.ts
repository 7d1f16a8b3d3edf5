import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { shopError } from './shop-error.ts'

/** Everything the shop is ever sent fits easily. */
export const smallBody: MiddlewareHandler = bodyLimit({
  maxSize: 16 * 1024,
  onError: () => refuse(413, 'BODY_TOO_LARGE', 'Send at most 16 KiB.'),
})

/**
 * The JSON body of a request that changes something.
 *
 * @throws a 4xx shop error when it is not JSON; the content type is one that a form on another site cannot send
 */
export async function readJson(c: Context): Promise<Readonly<Record<string, unknown>>> {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    return refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send application/json.')
  }
  const body = await c.req.json<unknown>().catch(() => refuse(400, 'INVALID_JSON', 'The body is not JSON.'))
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return refuse(422, 'INVALID_FIELD', 'Use a JSON object.', 'body')
  }
  return body as Readonly<Record<string, unknown>>
}

/**
 * One text of a body.
 *
 * @throws a 422 shop error naming the field
 */
export function readText(body: Readonly<Record<string, unknown>>, field: string, pattern: RegExp): string {
  const value = body[field]
  if (typeof value === 'string' && pattern.test(value)) return value
  return refuse(422, 'INVALID_FIELD', `Use text like ${pattern.source}.`, field)
}

/** Throws a shop error where a value is wanted. */
export function refuse(...args: Parameters<typeof shopError>): never {
  throw shopError(...args)
}
