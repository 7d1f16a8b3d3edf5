import { raise } from '../attention/raise.ts'
import type { Context } from '../context.ts'
import type { OutboxMessage } from '../ledger/ledger.ts'
import { errorName } from '../log.ts'
import { nextCheck } from '../settle/back-off.ts'
import type { Settled } from './settled.ts'

/** How long a buyer waits for the shop's `onSettled`. It goes on running; only the waiting ends. */
const PATIENCE_MS = 5_000
/** How long a message belongs to the process that delivers it. */
const CLAIM_MS = 60_000

/**
 * Hands an attempt's waiting messages to `onSettled`, oldest first, and stops at the first that fails: it and those behind it
 * wait for the reconciler. At least once: a message may come again when the process dies between call and mark.
 */
export async function deliver(context: Context, checkoutId: string): Promise<void> {
  const { ledger, onSettled, world } = context.settings
  if (onSettled === undefined) return
  for (;;) {
    const now = world.clock()
    const message = await ledger.takeMessage(checkoutId, now, now + CLAIM_MS)
    if (message === undefined) return
    const attempt = (async (): Promise<'delivered' | 'failed'> => {
      try {
        await onSettled(JSON.parse(message.payload) as Settled)
        return 'delivered'
      } catch (error) {
        context.log('error', 'delivery-failed', { checkoutId, error: errorName(error) })
        return 'failed'
      }
    })()
    const closed = attempt.then(async (result) => {
      await close(context, message, result)
      return result
    })
    const result = await Promise.race([closed, patience(world.deadline(PATIENCE_MS))])
    if (result !== 'delivered') return
  }
}

/** So many refusals, about an hour, and a person is told. */
const REFUSALS_ALONE = 12

/** Marks the message, or says when it is due again: two seconds later at first, ten minutes in the end. */
async function close(
  context: Context,
  { seq, checkoutId, attempts }: OutboxMessage,
  result: 'delivered' | 'failed',
): Promise<void> {
  const { ledger, world, scope } = context.settings
  const now = world.clock()
  await ledger.closeMessage(seq, result, result === 'delivered' ? now : nextCheck(now, attempts - 1))
  const subject = `message-${seq}`
  if (result === 'failed' && attempts >= REFUSALS_ALONE)
    await raise(context, { kind: 'undelivered', subject, detail: checkoutId })
  if (result === 'delivered' && attempts > REFUSALS_ALONE) await ledger.closeAttention(scope, subject, now, 'delivered')
}

function patience(signal: AbortSignal): Promise<'slow'> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve('slow'), { once: true }))
}
