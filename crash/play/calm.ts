import type { Reconciled } from '@payple-kit/server'

import type { Stage } from './stage.ts'

const MINUTE = 60_000
/** Leases of messages and webhooks, silent windows, back-offs of ten minutes, and links that are asked about once an hour. */
const AHEAD = [2 * MINUTE, 15 * MINUTE, 40 * MINUTE, 90 * MINUTE, 180 * MINUTE]
const ROUNDS = 4

/**
 * Trouble is over, everything that was held back comes, and the workers run until nothing changes. Companions that were in the middle of something are
 * killed once more; instead of waiting for what they held, the clock of the new ones is moved.
 */
export async function calm({ fleet, gateway }: Stage): Promise<void> {
  await gateway.clearFaults()
  await fleet.restart()
  await gateway.releaseWebhooks()
  for (const ahead of AHEAD) {
    let remaining = -1
    for (let round = 0; round < ROUNDS; round += 1) {
      const places = Array.from({ length: fleet.size }, (_, place) => place)
      const counts = await Promise.all(
        places.map(async (place) => {
          const answer = await fetch(`${fleet.at(place)}/work?ahead=${ahead + round * MINUTE}`)
          if (!answer.ok) throw new Error(`reconcile() failed: ${await answer.text()}`)
          return ((await answer.json()) as Reconciled).remaining
        }),
      )
      const now = Math.min(...counts)
      if (now === 0 || now === remaining) break
      remaining = now
    }
  }
}
