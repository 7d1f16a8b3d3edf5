import type { WebhookRow } from './webhook-row.ts'

/** So many messages about one subject are looked into as they come; nobody has more to say about one payment. */
export const FREE_REPEATS = 10
/** The rest are looked into at most this often, however many come: each look is a question to the gateway. */
export const CROWDED_MS = 600_000

/** When a subject that was heard of again is due, `repeats` counting the new message. */
export function dueAgain(repeats: number, at: number): number {
  return repeats > FREE_REPEATS ? at + CROWDED_MS : at
}

/** What closing a webhook writes. `seen`: its repeats when it was taken; more of them since have not been looked into. */
export function closing(
  { repeats }: Pick<WebhookRow, 'repeats'>,
  seen: number,
  now: number,
  end: { readonly result: string } | { readonly nextAttemptAt: number },
): Partial<Omit<WebhookRow, 'facts' | 'seq'>> {
  if (!('result' in end)) return { claimUntil: null, ...end }
  return repeats > seen
    ? { claimUntil: null, attempts: 0, nextAttemptAt: dueAgain(repeats, now) }
    : { claimUntil: null, handledAt: now, nextAttemptAt: null, result: end.result }
}
