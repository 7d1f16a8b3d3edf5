import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ShopErrorBody } from '../shared/shop-api.ts'

/** An error the pages can act on: a code to switch on, and the field to blame. */
export function shopError(status: ContentfulStatusCode, code: string, message: string, field?: string): HTTPException {
  const body: ShopErrorBody = { error: { code, message, field } }
  return new HTTPException(status, { message, res: Response.json(body, { status }) })
}
