import type { Context } from '../../context.ts'
import type { Operations } from '../../operations/operations.ts'

/**
 * A route that shows or moves money after the checkout. It goes through the same operations as the shop's own server, so that
 * repeated calls meet; `id` is the order or billing key of the path, `''` where there is none.
 */
export type GuardedRoute = (context: Context, operations: Operations, request: Request, id: string) => Promise<Response>
