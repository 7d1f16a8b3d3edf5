import type { Payple } from '../../payple.ts'
import { check } from '../check.ts'
import type { Check } from '../check.ts'

/** More are not counted. */
const MOST = 200

/** What waits for a lookup, for the shop, or for a person. */
export async function checkBacklog(payple: Payple): Promise<readonly Check[]> {
  const { ok, inDoubt, oldestDoubtMs, undelivered } = await payple.health()
  if (!ok) return []
  const minutes = Math.floor((oldestDoubtMs ?? 0) / 60_000)
  const items = await payple.attention.list({ limit: MOST })
  const people = `${items.length}${items.length === MOST ? ' or more' : ''}`
  return [
    count(
      'in-doubt',
      inDoubt,
      `${inDoubt} in doubt, the oldest for ${minutes === 0 ? 'less than a minute' : `${minutes} min`}.`,
      'Run `payple reconcile`.',
    ),
    count(
      'undelivered',
      undelivered,
      `${undelivered} messages that onSettled has not taken.`,
      'Run `payple reconcile`, and look at the shop’s log when it stays.',
    ),
    count('attention', items.length, `${people} things only a person can decide.`, 'See `payple attention`.'),
  ]
}

function count(name: string, number: number, finding: string, todo: string): Check {
  return number === 0 ? check(name, 'ok', 'None.') : check(name, 'warn', finding, todo)
}
