import type { Context } from './context.ts'
import { errorName } from './log.ts'

/** Numbers for a health page or an alert. */
export interface Health {
  /** Whether the ledger answers. */
  readonly ok: boolean
  /** Attempts of which nobody knows yet whether money moved. */
  readonly inDoubt: number
  /** Age of the oldest of them in milliseconds; `null` without any. Above a few minutes somebody should look. */
  readonly oldestDoubtMs: number | null
  /** Messages that `onSettled` has not taken yet. */
  readonly undelivered: number
  /** Webhooks that are stored and not handled yet. */
  readonly webhooks: number
  /** Open entries of the attention list. Above zero somebody should look. */
  readonly attention: number
}

/** Asks the ledger only, never the gateway. Never rejects. */
export async function health({ settings, log }: Context): Promise<Health> {
  try {
    const { inDoubt, oldestDoubtAt, undelivered, webhooks, attention } = await settings.ledger.counts(settings.scope)
    const oldestDoubtMs = oldestDoubtAt === null ? null : Math.max(0, settings.world.clock() - oldestDoubtAt)
    return { ok: true, inDoubt, oldestDoubtMs, undelivered, webhooks, attention }
  } catch (error) {
    log('error', 'crashed', { error: errorName(error) })
    return { ok: false, inDoubt: 0, oldestDoubtMs: null, undelivered: 0, webhooks: 0, attention: 0 }
  }
}
