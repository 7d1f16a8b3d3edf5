/** Entry `@payple-kit/server/hono`: mounts the companion in a Hono app. */
import type { Context } from 'hono'

/**
 * Turns the companion into a Hono handler: `app.all('/payple/*', toHonoHandler(payple))`. Mount it before middleware that reads
 * bodies, or the companion answers `BODY_CONSUMED`.
 *
 * @param payple anything with a fetch-standard `fetch`
 */
export function toHonoHandler(payple: {
  fetch(request: Request): Promise<Response>
}): (c: Context) => Promise<Response> {
  return (c) => payple.fetch(c.req.raw)
}
