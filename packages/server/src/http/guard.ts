import type { Settings } from '../options/settings.ts'
import { refused } from './refused.ts'

/**
 * A state-changing request must come from the shop's own pages: another site can send neither this content type without a
 * preflight nor our `Origin`.
 *
 * @throws Refused 415 or 403
 */
export function guardJson(request: Request, settings: Pick<Settings, 'origin'>): void {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw refused(415, 'CONTENT_TYPE_INVALID', { field: 'content-type', rule: 'application/json' })
  guardOrigin(request, settings)
}

/** @throws Refused 403 when an `Origin` header names another origin */
export function guardOrigin(request: Request, { origin }: Pick<Settings, 'origin'>): void {
  const claimed = request.headers.get('origin')
  if (claimed !== null && claimed !== origin) throw refused(403, 'ORIGIN_REFUSED', { field: 'origin', rule: origin })
}
