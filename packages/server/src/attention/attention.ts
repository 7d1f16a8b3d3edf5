import type { Context } from '../context.ts'
import { itemOf } from './attention-item.ts'
import type { AttentionItem } from './attention-item.ts'

/** The list of what only a person can decide. */
export interface Attention {
  /** Open entries, newest first: `limit` at once (default 50, at most 200), those before the entry `before`. */
  list(query?: {
    readonly limit?: number | undefined
    readonly before?: number | undefined
  }): Promise<readonly AttentionItem[]>
  /**
   * Takes everything about a subject off the list. Doubts leave it by themselves when they end.
   *
   * @param note who looked and what was found; no personal data
   * @returns how many entries were closed
   */
  close(subject: string, note: string): Promise<number>
}

/** Builds the list's methods. */
export function createAttention({ settings }: Context): Attention {
  const { ledger, scope, world } = settings
  return {
    list: async ({ limit = 50, before } = {}) => {
      const most = Math.min(Math.max(1, Math.trunc(limit)), 200)
      return (await ledger.openAttention(scope, most, before)).map(itemOf)
    },
    close: (subject, note) => ledger.closeAttention(scope, subject, world.clock(), note),
  }
}
