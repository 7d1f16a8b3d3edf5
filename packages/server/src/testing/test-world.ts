import type { World } from '../world.ts'

/** 2026-11-21 23:30 in Korea: half an hour later the gateway's day changes, while it is still the 21st in UTC. */
export const START: number = Date.UTC(2026, 10, 21, 14, 30)

/** A world that a test holds in its hands. */
export interface TestWorld extends Omit<World, 'fetch'> {
  /** Moves the clock. */
  advance(ms: number): void
  /** Ends every wait for an answer that is under way. */
  expireDeadlines(): void
}

/** The clock stands still, ids repeat from run to run, and time-outs happen when the test says so. */
export function testWorld(seed = 1): TestWorld {
  let now = START
  let state = seed
  const deadlines = new Set<AbortController>()
  return {
    clock: () => now,
    ids: (size) =>
      Uint8Array.from({ length: size }, () => {
        // `imul`, because a product beyond 2^53 loses its low bits, and then ids come again within one test.
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return state >>> 24
      }),
    deadline: () => {
      const controller = new AbortController()
      deadlines.add(controller)
      return controller.signal
    },
    advance: (ms) => {
      now += ms
    },
    expireDeadlines: () => {
      for (const controller of deadlines) controller.abort(new DOMException('timed out', 'TimeoutError'))
      deadlines.clear()
    },
  }
}
