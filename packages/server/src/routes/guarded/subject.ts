import * as v from 'valibot'

import { refused } from '../../http/refused.ts'
import { FIELDS } from '../../operations/read-input.ts'

/** @throws Refused 400 for a path that names no possible order */
export function subject(id: string): string {
  const result = v.safeParse(FIELDS.orderId, id)
  if (result.success) return result.output
  throw refused(400, 'BODY_INVALID', { field: 'orderId', rule: result.issues[0].message })
}
