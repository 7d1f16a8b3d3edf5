import type { Context } from '../context.ts'
import { errorName } from '../log.ts'
import { itemOf } from './attention-item.ts'

const BATCH = 50

/** Tells `onAttention` about entries nobody was told about. At least once per entry; one it throws on comes again. */
export async function tellAttention({ settings, log }: Context): Promise<void> {
  const { ledger, scope, world, onAttention } = settings
  if (onAttention === undefined) return
  for (const row of await ledger.takeUntold(scope, world.clock(), BATCH)) {
    try {
      await onAttention(itemOf(row))
    } catch (error) {
      log('error', 'delivery-failed', { orderId: row.orderId ?? undefined, error: errorName(error) })
      await ledger.markUntold(row.seq)
    }
  }
}
