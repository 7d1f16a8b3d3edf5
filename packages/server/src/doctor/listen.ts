import type { World } from '../world.ts'

/** What the clock of the other side said when an answer came. Epoch milliseconds. */
export interface HeardTime {
  readonly here: number
  readonly there: number
}

/** Reads the time off answers that pass by, so that no extra call is needed for it. */
export function listen({ fetch, clock }: Pick<World, 'fetch' | 'clock'>): {
  readonly fetch: World['fetch']
  readonly answers: () => readonly HeardTime[]
} {
  const heard: HeardTime[] = []
  return {
    fetch: async (request) => {
      const response = await fetch(request)
      const there = Date.parse(response.headers.get('date') ?? '')
      if (!Number.isNaN(there)) heard.push({ here: clock(), there })
      return response
    },
    answers: () => heard,
  }
}
