import { tellAttention } from './attention/tell.ts'
import type { Context } from './context.ts'
import { errorName } from './log.ts'
import { reconcile } from './reconcile.ts'

/** Options of `work()`. */
export interface WorkOptions {
  /** Ends the work after the run that is under way. */
  readonly signal: AbortSignal
  /** Milliseconds between two runs, give or take a tenth so that several processes do not march in step. Default 10,000. */
  readonly intervalMs?: number | undefined
}

/**
 * Reconciles, handles webhooks, delivers messages and tells about what needs a person, again and again until the signal aborts. Run it in
 * any number of processes: rows are claimed, so no two work on the same one. Requests alone never need it to be correct, only to
 * be prompt. Never rejects: what goes wrong is logged and tried again.
 */
export async function work(context: Context, { signal, intervalMs = 10_000 }: WorkOptions): Promise<void> {
  const { world } = context.settings
  while (!signal.aborted) {
    try {
      await reconcile(context)
      await tellAttention(context)
    } catch (error) {
      context.log('error', 'crashed', { reason: 'work', error: errorName(error) })
    }
    const jitter = 0.9 + ((world.ids(1)[0] ?? 0) / 255) * 0.2
    await pause(AbortSignal.any([signal, world.deadline(Math.round(intervalMs * jitter))]))
  }
}

function pause(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
