import type { Context } from '../context.ts'
import { refused } from '../http/refused.ts'
import { errorName } from '../log.ts'
import { readOrder } from '../order.ts'
import type { ChargedBy, ReadOrder } from '../order.ts'

/**
 * Asks the shop what an order is.
 *
 * `charges`: how it is going to be paid, `undefined` for a registration
 *
 * @throws Refused `ORDER_NOT_FOUND`, `ORDER_INVALID`, `ORDER_UNAVAILABLE`
 */
export async function loadOrder(
  { settings, log }: Context,
  { orderId, charges }: { readonly orderId: string; readonly charges: ChargedBy | undefined },
  request: Request,
): Promise<ReadOrder> {
  let loaded: unknown
  try {
    loaded = await settings.loadOrder(orderId, request)
  } catch (error) {
    log('error', 'order-unavailable', { orderId, error: errorName(error) })
    throw refused(503, 'ORDER_UNAVAILABLE')
  }
  if (loaded === null || loaded === undefined) throw refused(404, 'ORDER_NOT_FOUND')
  const read = readOrder(loaded, charges)
  if ('order' in read) return read.order
  log('error', 'order-refused', { orderId, code: 'ORDER_INVALID', field: read.field, reason: read.rule })
  throw refused(422, 'ORDER_INVALID', read)
}
