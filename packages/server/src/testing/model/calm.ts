import type { Run } from './run.ts'
import { wakeAll } from './happen.ts'

/** Longer than the longest pause between two lookups of one doubt. */
const ROUND_MS = 700_000
/** A link is asked about once an hour. */
const LINK_MS = 3_700_000
/** Enough for the last try of a message that nobody understands; every doubt is on the attention list long before. */
const MOST_ROUNDS = 18

/** Trouble is over: faults are cleared, messages arrive, time passes, and the reconciler runs until nothing is due. */
export async function calm(run: Run): Promise<void> {
  const { shop, post, setting, companions } = run
  shop.sandbox.control.clearFaults()
  run.shopDown = 0
  shop.world.advance(LINK_MS)
  let last = ''
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await shop.sandbox.control.webhooksSettled()
    if (setting.post !== 'off') await post.flush()
    const { remaining } = await companions[round % 2 === 0 ? 0 : 1].reconcile()
    const { attention, webhooks } = await shop.ledger.counts('sandbox')
    const now = `${remaining} ${webhooks} ${attention}`
    if (remaining === 0 && round > 0) return
    // What is left is with a person, and no message waits: more rounds would only repeat themselves.
    if (now === last && webhooks === 0 && attention > 0 && round > 9) return
    last = now
    shop.world.advance(ROUND_MS)
  }
}

/** Processes that stopped go on a day too late, into a world that has moved on. */
export async function wakeLate(run: Run): Promise<boolean> {
  if (run.afterlife.length === 0) return false
  run.wokenLate = true
  await wakeAll(run)
  return true
}
