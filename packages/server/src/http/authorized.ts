import type { Context } from '../context.ts'
import { errorName } from '../log.ts'
import type { Action } from '../options/authorize.ts'
import { refused } from './refused.ts'

/**
 * Asks the shop whether this request may do this.
 *
 * @throws Refused 403 `FORBIDDEN`, 503 `AUTHORIZE_FAILED`
 */
export async function authorized({ settings, log }: Context, action: Action, request: Request): Promise<void> {
  let answer: unknown
  try {
    answer = await settings.authorize?.(action, request)
  } catch (error) {
    log('error', 'authorize-failed', { reason: action.type, error: errorName(error) })
    throw refused(503, 'AUTHORIZE_FAILED')
  }
  if (answer === true) return
  log('warn', 'forbidden', { reason: action.type, orderId: 'orderId' in action ? action.orderId : undefined })
  throw refused(403, 'FORBIDDEN')
}
